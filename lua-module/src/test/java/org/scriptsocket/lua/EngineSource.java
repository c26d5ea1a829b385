package org.scriptsocket.lua;

import com.google.inject.Guice;
import com.google.inject.Injector;
import javax.script.Compilable;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.transport.Transport;

/** Where the engines of a test come from; each call of a test's constructor gives a new manager. */
enum EngineSource {
    /** Found by the JDK. */
    DISCOVERED {
        @Override
        ScriptEngineManager manager() {
            return new ScriptEngineManager();
        }
    },
    /** Bound by {@link LuaModule}. */
    INJECTED {
        @Override
        ScriptEngineManager manager() {
            Transport transport = new MemoryTransport(new ManualClock());
            Injector injector = Guice.createInjector(
                    new LuaModule(), binder -> binder.bind(Transport.class).toInstance(transport));
            return injector.getInstance(ScriptEngineManager.class);
        }
    };

    abstract ScriptEngineManager manager();

    /** What the tests of one interface of {@code javax.script} begin with. */
    abstract static class Sentences {

        final ScriptEngineManager manager;
        final ScriptEngine engine;
        final Invocable invocable;
        final Compilable compilable;

        Sentences(EngineSource source) {
            manager = source.manager();
            engine = manager.getEngineByName("lua-websocket");
            invocable = (Invocable) engine;
            compilable = (Compilable) engine;
        }
    }
}
