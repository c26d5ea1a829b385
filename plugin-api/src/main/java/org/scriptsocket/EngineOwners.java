package org.scriptsocket;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/** Which host an engine belongs to. Keeps neither alive: the engine holds its host by its {@code websocket} module. */
final class EngineOwners {

    private static final Map<ScriptEngine, WeakReference<ScriptHost>> HOSTS = new WeakHashMap<>();
    /** Those of them that were made for their engine. */
    private static final Set<ScriptHost> MADE = Collections.newSetFromMap(new WeakHashMap<>());

    private EngineOwners() {}

    static synchronized ScriptHost of(ScriptEngine engine) {
        ScriptHost host = owner(engine);
        if (host != null) {
            return host;
        }
        ScriptHost.Builder builder = engine.getFactory() instanceof HostedEngineFactory factory
                ? factory.hostBuilder()
                : ScriptHost.builder();
        ScriptHost created = builder.build();
        created.inside(() -> created.adopt(engine));
        MADE.add(created);
        return created;
    }

    static synchronized void claim(ScriptEngine engine, ScriptHost host) {
        ScriptHost owner = owner(engine);
        if (owner != null && owner != host) {
            throw new IllegalStateException(
                    "The script engine belongs to another script host; ScriptHost.of(engine) gives it");
        }
        HOSTS.put(engine, new WeakReference<>(host));
    }

    /** Not under the lock, for it waits. */
    static boolean closeOwn(ScriptEngine engine) {
        ScriptHost own = made(engine);
        if (own != null) {
            own.close();
        }
        return own != null && own.isClosed();
    }

    private static synchronized @Nullable ScriptHost made(ScriptEngine engine) {
        ScriptHost host = owner(engine);
        return host != null && MADE.contains(host) ? host : null;
    }

    private static @Nullable ScriptHost owner(ScriptEngine engine) {
        WeakReference<ScriptHost> known = HOSTS.get(engine);
        ScriptHost host = known == null ? null : known.get();
        return host == null || host.isClosed() ? null : host;
    }
}
