package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptUnwind;
import org.scriptsocket.script.ScriptFunction;

class UnwindTest {

    private final ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
    private final ScriptUnwind unwind = new ScriptUnwind("exit");

    @BeforeEach
    void defineLeave() {
        engine.put("leave", (ScriptFunction) arguments -> {
            throw unwind;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leave()",
                "pcall(leave)",
                "pcall(pcall, function() pcall(leave) end)",
                "xpcall(leave, print)",
                "xpcall(error, leave, 'x')",
                "xpcall(function() local x = nil + 1 end, leave)",
                "coroutine.wrap(function() pcall(leave) end)()",
                "coroutine.resume(coroutine.create(function() coroutine.wrap(leave)() end))",
                "table.sort({3, 2, 1}, leave)"
            })
    void theHostsUnwindPassesEverything(String script) throws ScriptException {
        assertThatThrownBy(() -> engine.eval(script)).isSameAs(unwind);
        assertThat(engine.eval("return coroutine.wrap(function() return select(2, pcall(error, 'on', 0)) end)()"))
                .isEqualTo("on");
    }
}
