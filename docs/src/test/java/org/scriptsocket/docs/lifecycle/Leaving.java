package org.scriptsocket.docs.lifecycle;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.concurrent.CountDownLatch;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.script.ScriptFunction;

/** Applications that end while a connection is open, and close nothing. Each is the main method of a JVM of its own. */
enum Leaving {
    WITH_JAVAX_SCRIPT_ALONE {
        @Override
        void leave(String url) throws Exception {
            ScriptEngine engine = engine(url);
            engine.eval(Talk.SCRIPT);
            engine.eval("open({})");
            Talk.untilHeard(ScriptHost.of(engine), engine);
        }
    },
    WITH_A_HOST {
        @Override
        void leave(String url) throws Exception {
            talk(ScriptHost.create(), engine(url), Talk.SCRIPT);
        }
    },
    WITH_GUICE {
        @Override
        void leave(String url) throws Exception {
            Injector injector = Guice.createInjector(new JettyTransportModule(), new LuaModule());
            ScriptEngine engine =
                    injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
            engine.put("URL", url);
            talk(injector.getInstance(ScriptHost.class), engine, Talk.SCRIPT);
        }
    },
    WITH_A_COROUTINE_SUSPENDED {
        @Override
        void leave(String url) throws Exception {
            talk(ScriptHost.create(), engine(url), Talk.SCRIPT + "waits = coroutine.wrap(coroutine.yield) waits()");
        }
    },
    INSIDE_RUN_ON_A_DAEMON_THREAD {
        @Override
        void leave(String url) throws Exception {
            CountDownLatch heard = new CountDownLatch(1);
            ScriptEngine engine = engine(url);
            ScriptHost host = ScriptHost.create();
            host.load(engine, Talk.SCRIPT, Talk.NAME).start();
            Thread scripts = new Thread(() -> host.run(0, () -> heard(engine, heard)), "scripts");
            scripts.setDaemon(true);
            scripts.start();
            heard.await();
        }
    },
    INSIDE_A_CALLBACK_BY_EXIT {
        @Override
        void leave(String url) throws Exception {
            ScriptEngine engine = engine(url);
            ScriptFunction exit = arguments -> {
                System.exit(0);
                return true;
            };
            engine.put("act", exit);
            talk(ScriptHost.create(), engine, Talk.SCRIPT);
        }
    },
    WHILE_DIALLING {
        @Override
        void leave(String url) throws Exception {
            ScriptEngine engine = engine(url + "/silent");
            ScriptHost host = ScriptHost.create();
            host.load(engine, Talk.SCRIPT, Talk.NAME).start();
            host.update(0);
        }
    },
    WITH_JAVASCRIPT {
        @Override
        void leave(String url) throws Exception {
            ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
            engine.put("URL", url);
            talk(ScriptHost.create(), engine, JAVASCRIPT);
        }
    };

    static final String JAVASCRIPT = """
            function init(self) {
              websocket.connect(URL, { timeout: 20000 }, function(self, conn, data) {
                if (data.event == websocket.EVENT_CONNECTED) websocket.send(conn, "hello")
                if (data.event == websocket.EVENT_MESSAGE) heard = true
              })
            }""";

    /** Returns while a connection is open, or ends the JVM. */
    abstract void leave(String url) throws Exception;

    public static void main(String... arguments) throws Exception {
        valueOf(arguments[0]).leave(arguments[1]);
    }

    private static boolean heard(ScriptEngine engine, CountDownLatch heard) {
        if (engine.get("heard") != null) {
            heard.countDown();
        }
        return false;
    }

    private static void talk(ScriptHost host, ScriptEngine engine, String script) throws Exception {
        host.load(engine, script, Talk.NAME).start();
        Talk.untilHeard(host, engine);
    }

    private static ScriptEngine engine(String url) {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", url);
        return engine;
    }
}
