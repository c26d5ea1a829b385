package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.script.ScriptFunction;

class LuajcTest {

    private final ScriptEngine engine = new LuaScriptEngineFactory().withLuajc().getScriptEngine();

    @Test
    void scriptsAreCompiledAndGiveTheSameAnswers() throws ScriptException {
        assertThat(engine.eval("""
                local t = {}
                for i = 1, 10 do t[#t + 1] = function(...) return i * select('#', ...) end end
                local s = 0
                for i, f in ipairs(t) do s = s + f(nil, nil) end
                return s .. '|' .. tostring(pcall(error, 'x')) .. '|' .. string.format('%.3f', 1 / 3)""")).isEqualTo("110|false|0.333");
        assertThat(engine.eval("return debug.getinfo(function() end).what")).isEqualTo("C");
    }

    @Test
    void errorsNameNoLine() {
        assertThatThrownBy(() -> engine.eval("local x = nil\nx.y = 1"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("attempt to index a nil value");
    }

    @Test
    void aScriptThatItCannotCompileIsInterpreted() throws ScriptException {
        String tooLarge = "x = x + 1 ".repeat(8000);
        assertThat(engine.eval("x = 0 " + tooLarge + " return x")).isEqualTo(8000);
    }

    @Test
    void itSpeaksWebsocket() throws Exception {
        ManualClock clock = new ManualClock();
        List<String> logged = new ArrayList<>();
        try (MemoryTransport peers = new MemoryTransport(clock);
                ScriptHost host =
                        ScriptHost.builder().transport(peers).clock(clock).build()) {
            ScriptFunction log = arguments -> logged.add(String.valueOf(arguments[0]));
            engine.put("log", log);
            host.load(engine, """
                    function init(self)
                      websocket.connect('ws://h/', {}, function(self, conn, data)
                        log(data.event .. data.message)
                        if data.event == websocket.EVENT_CONNECTED then websocket.send(conn, 'hi') end
                      end)
                    end""", "c.lua").start();
            for (int i = 0; i < 4; i++) {
                clock.runDue();
                host.update(0);
            }
            host.abort();
        }
        assertThat(logged).containsExactly("0", "2hi");
    }
}
