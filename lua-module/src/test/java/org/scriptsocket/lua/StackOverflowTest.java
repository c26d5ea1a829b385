package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackOverflowTest {

    private final ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local function f() return 1 + f() end f()",
                "local t = setmetatable({}, {__index = function(t, k) return t[k .. 'x'] end}) local x = t.a",
                "local t t = setmetatable({}, {__tostring = function(s) return tostring(s) .. 'x' end}) tostring(t)",
                "local function f() table.sort({1, 2, 3}, function(a, b) f() return a < b end) end f()",
                "local function f() return (string.gsub('x', 'x', f)) end f()",
                "local t = setmetatable({}, {__concat = function(a, b) return a .. b end}) local x = t .. 'x'",
                "local mt = {} mt.__eq = function(a, b) return a == b end "
                        + "local x = setmetatable({}, mt) == setmetatable({}, mt)",
                "local t = setmetatable({}, {__call = function(self) return self() + 1 end}) t()",
                "local function f() return 1 + f() end coroutine.wrap(f)()"
            })
    void endlessRecursionIsAnErrorThatTheScriptCanCatch(String recursion) throws ScriptException {
        engine.put("recursion", recursion);
        assertThat(engine.eval("return select(2, pcall(loadstring(recursion, '=deep')))"))
                .asString()
                .endsWith("deep:1: stack overflow");
        assertThat(engine.eval("return 1 + 1")).isEqualTo(2);
    }

    @Test
    void theHandlerOfAnOverflowHasRoomToRun() throws ScriptException {
        assertThat(engine.eval("""
                local function f() return 1 + f() end
                local ok, trace = xpcall(f, debug.traceback)
                return trace"""))
                .asString()
                .startsWith("script:1: stack overflow\nstack traceback:\n\tscript:1: in function 'f'")
                .contains("...");
    }

    @Test
    void protectedCallsInsideOneAnotherEndToo() throws ScriptException {
        assertThat(engine.eval("local function f() return pcall(f) end return type(f())"))
                .isEqualTo("boolean");
    }

    @Test
    void anOverflowThatNobodyCatchesReachesTheHost() {
        assertThatThrownBy(() -> engine.eval("local function f() return 1 + f() end f()"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("script:1: stack overflow");
    }

    @Test
    void tailCallsNeedNoRoom() throws ScriptException {
        assertThat(engine.eval("""
                local t = setmetatable({}, {__call = function(self, n) if n == 0 then return 'end' end return self(n - 1) end})
                local function f(n) if n == 0 then return t(100000) end return f(n - 1) end
                return f(1000000)""")).isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local function sum(n) if n == 0 then return 0 end return n + sum(n - 1) end return sum(15000)",
                "local function f(n) if n == 0 then return 'x' end "
                        + "return (string.gsub('x', 'x', function() return f(n - 1) end)) end return f(7000)",
                "local function f(n) if n == 0 then return 0 end return 1 + select(2, pcall(f, n - 1)) end return f(15000)"
            })
    void aLargerStackLetsAScriptRecurseAsDeepAsLua(String recursion) throws Exception {
        FutureTask<Object> result = new FutureTask<>(() -> engine.eval(recursion));
        new Thread(null, result, "deep", 32 << 20).start();
        assertThat(result.get(2, TimeUnit.MINUTES)).isNotNull();
    }
}
