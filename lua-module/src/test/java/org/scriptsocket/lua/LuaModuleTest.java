package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.HostedEngineFactory;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Transport;

class LuaModuleTest {

    private final ManualClock clock = new ManualClock();
    private final MemoryTransport transport = new MemoryTransport(clock);
    private final Injector injector = Guice.createInjector(new LuaModule(), new AbstractModule() {
        @Override
        protected void configure() {
            bind(Transport.class).toInstance(transport);
            OptionalBinder.newOptionalBinder(binder(), Limits.class)
                    .setBinding()
                    .toInstance(Limits.standard().with("connections", "1"));
        }
    });

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void luajcIsASettingOfTheModule() throws ScriptException {
        ScriptEngine engine = Guice.createInjector(
                        new LuaModule().withLuajc(),
                        binder -> binder.bind(Transport.class).toInstance(transport))
                .getInstance(LuaScriptEngineFactory.class)
                .getScriptEngine();
        assertThat(engine.eval("return debug.getinfo(function() end).what")).isEqualTo("C");
    }

    @Test
    void enginesOfTheInjectedManagerSpeakOverTheInjectedTransport() throws ScriptException {
        ScriptEngineManager manager = injector.getInstance(ScriptEngineManager.class);
        ScriptEngine engine = manager.getEngineByName("lua-websocket");
        engine.eval("""
                seen = {}
                for i = 1, 2 do
                  websocket.connect('ws://game/', nil, function(self, conn, data)
                    seen[#seen + 1] = data.event .. data.message
                  end)
                end""");
        clock.runDue();
        ScriptHost host = ScriptHost.of(engine);
        host.update(0);
        assertThat(engine.eval("return table.concat(seen, ';')"))
                .asString()
                .contains("3Failed to open connection: game:80 was not dialled: the limit of 1 ")
                .endsWith(";1;0");
        assertThat(transport.openConnections()).isEqualTo(1);
        host.abort();
    }

    @Test
    void luaMeansOursByNameAndExtension() {
        ScriptEngineManager manager = injector.getInstance(ScriptEngineManager.class);
        assertThat(manager.getEngineByExtension("lua").getFactory()).isInstanceOf(HostedEngineFactory.class);
        assertThat(manager.getEngineByName("lua").getFactory())
                .isSameAs(injector.getInstance(LuaScriptEngineFactory.class));
    }

    @Test
    void eachInjectedHostIsANewOne() {
        try (ScriptHost one = injector.getInstance(ScriptHost.class);
                ScriptHost other = injector.getInstance(ScriptHost.class)) {
            assertThat(one).isNotSameAs(other);
        }
    }
}
