package org.scriptsocket;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.script.BoundEngine;
import org.scriptsocket.script.Fault;
import org.scriptsocket.script.ScriptBinding;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.websocket.ConnectionOwner;
import org.scriptsocket.websocket.Connections;
import org.scriptsocket.websocket.ScriptThread;
import org.scriptsocket.websocket.WebSocketModule;

/**
 * An engine of a host: runs its script calls, each with the instance whose call it is. It lives as long as its engine, which has it by its
 * {@code websocket} module, or as an instance or a script of it.
 */
final class HostedEngine {

    private final ScriptHost host;
    private final ScriptThread thread;
    private final BoundEngine bound;
    /** Whose calls those are that come from no instance. */
    private final ScriptInstance standard;
    /** The script thread keeps it only weakly. */
    private final Predicate<Thread> carrier;

    HostedEngine(
            ScriptHost host, ScriptThread thread, Connections connections, ScriptBinding binding, ScriptEngine engine) {
        this.host = host;
        this.thread = thread;
        this.bound = binding.install(engine, new WebSocketModule(connections, thread, this::defaultOwner));
        this.standard = new ScriptInstance(this, "default instance", null, bound.newSelf());
        this.carrier = bound::carriesScriptCall;
        thread.addCarrier(carrier);
    }

    private ConnectionOwner defaultOwner() {
        return standard.owner();
    }

    ScriptHost host() {
        return host;
    }

    BoundEngine bound() {
        return bound;
    }

    ScriptInstance standard() {
        return standard;
    }

    /** Evaluates a script for the default instance. */
    /** @param folder of the file that the script is, or null */
    Map<String, ScriptFunction> load(byte[] source, String name, @Nullable Path folder) throws ScriptErrorException {
        if (folder != null) {
            bound.folder(folder);
        }
        return call(standard, "script", () -> bound.load(source, name));
    }

    /** A script call that gives nothing back. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    /** A script call whose error the caller is told. */
    <T> T call(ScriptInstance instance, String function, Callable<T> body) throws ScriptErrorException {
        try {
            return inScope(instance, function, body);
        } catch (ScriptUnwind unwind) {
            throw unwind;
        } catch (Throwable thrown) {
            host.goOnUnwinding();
            throw new ScriptErrorException(failed(instance, function, thrown));
        }
    }

    /** A script call whose error is reported to the host application. */
    void run(ScriptInstance instance, String function, Body body) {
        try {
            inScope(instance, function, () -> {
                body.run();
                return instance;
            });
        } catch (ScriptUnwind unwind) {
            throw unwind;
        } catch (Throwable thrown) {
            host.goOnUnwinding();
            host.report(failed(instance, function, thrown));
        }
    }

    private <T> T inScope(ScriptInstance instance, String function, Callable<T> body) throws Exception {
        ConnectionOwner before = thread.owner(instance.owner());
        bound.enter(function);
        try {
            T result = body.call();
            host.goOnUnwinding();
            return result;
        } finally {
            bound.leave();
            thread.owner(before);
        }
    }

    private ScriptError failed(ScriptInstance instance, String function, Throwable thrown) {
        Fault fault = bound.fault(thrown);
        if (fault.ends()) {
            instance.fail();
        }
        return ScriptError.of(instance, function, fault, thrown);
    }
}
