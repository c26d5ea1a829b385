package org.scriptsocket;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/**
 * The engines of a host, of which it keeps none alive: one without an instance or a connection that the application has dropped too is
 * used by nobody any more, so that a host may be given a new engine at each reload.
 */
final class HostedEngines {

    private final Map<ScriptEngine, WeakReference<HostedEngine>> known = new WeakHashMap<>();

    @Nullable HostedEngine of(ScriptEngine engine) {
        WeakReference<HostedEngine> found = known.get(engine);
        return found == null ? null : found.get();
    }

    void add(ScriptEngine engine, HostedEngine hosted) {
        known.put(engine, new WeakReference<>(hosted));
    }

    /** Those that there are still. */
    List<HostedEngine> all() {
        return known.values().stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
