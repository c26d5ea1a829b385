package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptInstance;

/** What a script holds is found wherever it hides it, and what it only took is not held against it. */
class MemoryBudgetTest {

    private static final LuaSandbox SMALL = LuaSandbox.restricted()
            .withMemory(8 << 20)
            .withInstructions(1_000_000_000)
            .withTime(Duration.ofMinutes(10));

    /** {@code chunk()} gives a new string of 256 KiB. */
    private static final String PRELUDE = """
            local n = 0
            function chunk() n = n + 1 return string.rep('x', 262144 - 8) .. n end
            """;

    private static Stage stage() throws Exception {
        Stage stage = new Stage(SMALL);
        stage.host.load(stage.engine, PRELUDE, "prelude.lua");
        return stage;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t = {} for i = 1, 100 do t[i] = chunk() end",
                "t = {} for i = 1, 100 do t[chunk()] = i end",
                "local t = {} for i = 1, 100 do t[i] = chunk() end",
                "local t = {} for i = 1, 100 do t = {t, chunk()} end",
                "local t = {} for i = 1, 100 do local s = chunk() t[i] = function() return s end end",
                "local t = {} for i = 1, 100 do t[i] = chunk():sub(2) end",
                "local t = {} for i = 1, 100 do t[i] = chunk():gmatch('y') end",
                "local t = {} for i = 1, 100 do t[i] = coroutine.wrap(function(s) coroutine.yield() end) t[i](chunk()) end",
                "local t = {} for i = 1, 100 do t[i] = coroutine.create(function(...) coroutine.yield() end) "
                        + "coroutine.resume(t[i], 1, chunk()) end",
                "coroutine.wrap(function() local t = {} for i = 1, 100 do t[i] = chunk() end end)()",
                "local function f(...) f(chunk(), ...) end f()",
                "local function f(s) f(chunk()) return s end f()",
                "local function f(...) if select('#', ...) < 100 then return f(chunk(), ...) end end f()",
                "local f local function args() return chunk(), '^x', f end "
                        + "function f() local r = string.gsub(args()) return r end f()",
                "local f local function args() return chunk(), '^x', f end "
                        + "function f() return string.gsub(args()) end f()",
                "local p = package.loaded package = nil require = nil for i = 1, 100 do p[i] = chunk() end",
                "string.x = {} for i = 1, 100 do string.x[i] = chunk() end string = nil",
                "local t = setmetatable({}, {x = {}}) for i = 1, 100 do getmetatable(t).x[i] = chunk() end",
                "local t = newproxy(true) for i = 1, 100 do getmetatable(t)[i] = chunk() end",
                "local t = setmetatable({}, {__mode = 'k'}) for i = 1, 100 do t[i] = chunk() end",
                "local get = getfenv setfenv(1, {chunk = chunk}) for i = 1, 100 do get(1)[i] = chunk() end",
                "local t = {} for i = 1, 100 do t[i] = loadstring('return \"' .. chunk() .. '\"') end"
            })
    void whatAScriptHoldsIsFound(String script) throws Exception {
        try (Stage stage = stage()) {
            ScriptInstance instance = stage.start(
                    "function go(self) " + script + " end function init(self) end function ok() return 1 end");
            assertThatThrownBy(() -> instance.call("go"))
                    .hasMessageContaining("the script used up its budget of 8MiB of memory (sandbox.budget.memory)");
            assertThat(instance.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self[#self + 1] = chunk()",
                "upvalue[#upvalue + 1] = chunk()",
                "co(chunk())",
                "websocket.connect('ws://peer/', {}, (function(s) return function() return s end end)(chunk()))"
            })
    void soIsWhatItHoldsFromCallToCall(String each) throws Exception {
        try (Stage stage = stage()) {
            ScriptInstance instance = stage.start("""
                    local upvalue = {}
                    local co = coroutine.wrap(function(s) local t = {} while true do t[#t + 1] = s s = coroutine.yield() end end)
                    function update(self) %s end""".formatted(each));
            stage.updates(25);
            assertThat(stage.errors).isEmpty();
            stage.updates(15);
            assertThat(stage.errors)
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).contains("sandbox.budget.memory"));
            assertThat(instance.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i = 1, 400 do local s = chunk() end",
                "for i = 1, 400 do t = {chunk()} end",
                "local t = {} for i = 1, 400 do t[i % 16] = chunk() end",
                "local t = setmetatable({}, {__mode = 'v'}) for i = 1, 400 do t[i] = {chunk()} end",
                "for i = 1, 400 do coroutine.wrap(function(s) end)(chunk()) end",
                "local s = chunk() local t = {} for i = 1, 400 do t[i] = s chunk() end",
                "local function f(n, s) if n > 0 then return f(n - 1, chunk()) end end f(400)",
                "local function f(n) if n > 0 then chunk() f(n - 1) end end f(150) f(150)"
            })
    void whatItHoldsNoMoreDoesNotCount(String script) throws Exception {
        try (Stage stage = stage()) {
            ScriptInstance instance = stage.start("function go(self) " + script + " end");
            instance.call("go");
            instance.call("go");
        }
    }

    @Test
    void anEngineWhoseGlobalsHoldTooMuchStaysUsableForTheHost() throws Exception {
        try (Stage stage = stage()) {
            assertThatThrownBy(() -> stage.engine.eval("t = {} while true do t[#t + 1] = chunk() end"))
                    .hasMessageContaining("sandbox.budget.memory");
            assertThatThrownBy(() -> stage.engine.eval("local more = {} for i = 1, 20 do more[i] = chunk() end"))
                    .hasMessageContaining("sandbox.budget.memory");
            stage.engine.put("t", null);
            assertThat(stage.engine.eval("return #chunk()")).isEqualTo(262138);
        }
    }
}
