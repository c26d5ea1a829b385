package org.scriptsocket.docs.lifecycle;

import com.google.inject.Guice;
import com.google.inject.Injector;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.transport.Transport;

/** What an application makes, uses over a socket, and has done with: by close, or by just forgetting it. */
enum Life {
    INSTANCE {
        @Override
        Left live(String url, boolean closes, ScriptHost host) throws Exception {
            ScriptEngine engine = engine(url);
            Script script = host.load(engine, Talk.SCRIPT, Talk.NAME);
            ScriptInstance instance = script.start();
            Talk.untilHeard(host, engine);
            if (closes) {
                instance.close();
            } else {
                instance.call("leave");
                Talk.until(host, "the end", () -> engine.get("over") != null);
            }
            // One that was not closed is its host's, and goes with it.
            return closes ? Left.of(engine, script, instance, instance.self()) : Left.of();
        }
    },
    HOST {
        @Override
        Left live(String url, boolean closes, ScriptHost other) throws Exception {
            return use(ScriptHost.create(), engine(url), closes);
        }
    },
    HOST_OF_A_TRANSPORT {
        @Override
        Left live(String url, boolean closes, ScriptHost other) throws Exception {
            Transport transport = new JettyTransport();
            Left left = use(ScriptHost.builder().transport(transport).build(), engine(url), closes);
            if (closes) {
                transport.close();
            }
            return left.and(transport);
        }
    },
    INJECTOR {
        @Override
        Left live(String url, boolean closes, ScriptHost other) throws Exception {
            Injector injector = Guice.createInjector(new JettyTransportModule(), new LuaModule());
            ScriptEngine engine =
                    injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
            engine.put("URL", url);
            Left left = use(injector.getInstance(ScriptHost.class), engine, closes);
            Transport transport = injector.getInstance(Transport.class);
            if (closes) {
                transport.close();
            }
            return left.and(injector, transport);
        }
    },
    ENGINE {
        @Override
        Left live(String url, boolean closes, ScriptHost other) throws Exception {
            ScriptEngine engine = engine(url);
            engine.eval(Talk.SCRIPT);
            engine.eval("open({})");
            ScriptHost host = ScriptHost.of(engine);
            Talk.untilHeard(host, engine);
            if (closes) {
                ((AutoCloseable) engine).close();
            }
            return Left.of(host, engine);
        }
    };

    /** Uses it, ends it, and gives what is to be garbage now. The other host lives on. */
    abstract Left live(String url, boolean closes, ScriptHost other) throws Exception;

    private static Left use(ScriptHost host, ScriptEngine engine, boolean closes) throws Exception {
        Script script = host.load(engine, Talk.SCRIPT, Talk.NAME);
        ScriptInstance instance = script.start();
        Talk.untilHeard(host, engine);
        if (closes) {
            host.close();
        }
        return Left.of(host, engine, script, instance);
    }

    private static ScriptEngine engine(String url) {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", url);
        return engine;
    }
}
