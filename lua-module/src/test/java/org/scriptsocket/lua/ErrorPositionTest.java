package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.lua.vm.LuaError;

class ErrorPositionTest {

    private final ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();

    ErrorPositionTest() {
        engine.put(ScriptEngine.FILENAME, "chat.lua");
    }

    private Object eval(String... lines) throws ScriptException {
        return engine.eval(String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        local x = nil; x.y = 1                | chat.lua:1: attempt to index local 'x' (a nil value)
        local x = nil; local y = x.z          | chat.lua:1: attempt to index local 'x' (a nil value)
        local x = nil; x()                    | chat.lua:1: attempt to call local 'x' (a nil value)
        local x = 1 + {}                      | chat.lua:1: attempt to perform arithmetic on a table value
        local x = -{}                         | chat.lua:1: attempt to perform arithmetic on a table value
        local x = 'a' .. {}                   | chat.lua:1: attempt to concatenate a table value
        local x = #nil                        | chat.lua:1: attempt to get length of a nil value
        local x = {} < {}                     | chat.lua:1: attempt to compare two table values
        error('boom')                                                             | chat.lua:1: boom
        error('boom', 0)                                                          | boom
        local function f() error('boom', 2) end f()                               | chat.lua:1: boom
        error(12)                                                                 | chat.lua:1: 12
        assert(false, 'no')                                                       | chat.lua:1: no
        assert(nil)                                                               | chat.lua:1: assertion failed!
        local co = coroutine.wrap(function() error('inside') end) co()            | chat.lua:1: chat.lua:1: inside
        string.rep()                                                              | chat.lua:1: bad argument #1 to 'rep' (string expected, got no value)
        os.exit(3)                                                                | chat.lua:1: os.exit is not available here
        websocket.connect()                                                       | chat.lua:1: bad argument #1 to 'connect' (string expected, got nil)
        """)
    void uncaughtErrorsCarryFileLineAndMessage(String script, String message) {
        ScriptException thrown = catchThrowableOfType(ScriptException.class, () -> engine.eval(script));
        assertThat(thrown).hasMessage(message);
        assertThat(thrown.getFileName()).isEqualTo("chat.lua");
        assertThat(thrown.getLineNumber()).isEqualTo(1);
        assertThat(thrown).hasCauseInstanceOf(LuaError.class);
    }

    @Test
    void levelTwoIsThePositionOfTheCaller() throws ScriptException {
        assertThat(eval(
                        "local function check() error('bad', 2) end",
                        "local function caller()",
                        "  check()",
                        "end",
                        "return select(2, pcall(caller))"))
                .isEqualTo("chat.lua:3: bad");
    }

    @Test
    void syntaxErrorsCarryFileAndLine() {
        ScriptException thrown = catchThrowableOfType(ScriptException.class, () -> eval("x = 1", "y = = 2"));
        assertThat(thrown.getFileName()).isEqualTo("chat.lua");
        assertThat(thrown.getLineNumber()).isEqualTo(2);
        assertThat(thrown.getMessage()).startsWith("chat.lua:2: ");
    }

    @Test
    void withoutAFileNameTheFileIsCalledScript() {
        ScriptEngine plain = new LuaScriptEngineFactory().getScriptEngine();
        assertThat(catchThrowableOfType(ScriptException.class, () -> plain.eval("error('x')")))
                .hasMessage("script:1: x");
    }

    @Test
    void errorsOfTheModuleCarryThePositionInsideAProtectedCall() throws ScriptException {
        assertThat(eval("return select(2, pcall(function() local r = websocket.connect() return r end))"))
                .isEqualTo("chat.lua:1: bad argument #1 to 'connect' (string expected, got nil)");
    }

    @Test
    void errorValuesAreKeptThroughProtectedCallsAndCoroutines() throws ScriptException {
        assertThat(eval(
                        "local e = setmetatable({}, {__tostring = function() return 'E' end})",
                        "local ok, v = pcall(error, e)",
                        "assert(rawequal(v, e))",
                        "ok, v = pcall(function() local x = pcall(error, 1) error(e) end)",
                        "assert(rawequal(v, e))",
                        "ok, v = coroutine.resume(coroutine.create(function() error(e) end))",
                        "assert(ok == false and rawequal(v, e))",
                        "ok, v = pcall(coroutine.wrap(function() coroutine.yield() end))",
                        "assert(ok)",
                        "ok, v = pcall(coroutine.wrap(function() error(e) end))",
                        "assert(rawequal(v, e))",
                        "return select('#', pcall(error))"))
                .isEqualTo(2);
    }

    @Test
    void anUncaughtErrorTableIsShownByItsTostring() {
        assertThat(catchThrowableOfType(
                        ScriptException.class,
                        () -> eval("error(setmetatable({}, {__tostring = function() return 'mine' end}))")))
                .hasMessage("mine")
                .returns(1, ScriptException::getLineNumber);
    }

    @Test
    void aMessageHandlerSeesTheCallsThatFailed() throws ScriptException {
        assertThat(eval(
                        "local function f()",
                        "  local x = nil + 1",
                        "end",
                        "return select(2, xpcall(f, function(m) return m .. '|' .. debug.traceback() end))"))
                .asString()
                .startsWith("chat.lua:2: attempt to perform arithmetic")
                .contains("chat.lua:2: in function <chat.lua:1>")
                .contains("chat.lua:4: in main chunk");
    }

    @Test
    void aMessageHandlerMayReturnATable() throws ScriptException {
        assertThat(
                        eval(
                                "local ok, t = xpcall(function() return nil + 1 end, function(m) return {m = m} end) return t.m"))
                .asString()
                .startsWith("chat.lua:1: ");
        assertThat(eval("local ok, t = xpcall(error, function(m) return {m = m} end, 'x') return t.m"))
                .isEqualTo("x");
    }

    @Test
    void aFailingMessageHandlerIsAnErrorOfItsOwn() throws ScriptException {
        assertThat(eval("return select(2, xpcall(error, function(m) error(m) end, 'x'))"))
                .isEqualTo("error in error handling");
    }

    @Test
    void anErrorInAReaderOfCodeIsTold() throws ScriptException {
        assertThat(eval("return select(2, load(function() local x = nil + 1 end))"))
                .isEqualTo("chat.lua:1: attempt to perform arithmetic on a nil value");
    }

    @Test
    void aStackOverflowCanBeCaughtAndTheEngineGoesOn() throws ScriptException {
        assertThat(eval("local function f() return 1 + f() end", "return select(2, pcall(f))"))
                .asString()
                .contains("stack overflow");
        assertThat(eval("return select(2, pcall(function() error('after') end))"))
                .isEqualTo("chat.lua:1: after");
    }

    @Test
    void tracebackNamesTheScriptsCalls() {
        ScriptException thrown = catchThrowableOfType(
                ScriptException.class, () -> eval("local function deep()", " error('x')", "end", "deep()"));
        assertThat(((LuaError) thrown.getCause()).traceback().lines())
                .containsExactly("chat.lua:2: in function 'deep'", "chat.lua:4: in main chunk");
    }

    @Test
    void messagesFromJavaNameNoClass() throws ScriptException {
        engine.put("f", (org.scriptsocket.script.ScriptFunction) args -> {
            throw new IllegalStateException("the door is shut");
        });
        assertThat(eval("return select(2, pcall(function() local r = f() return r end))"))
                .isEqualTo("chat.lua:1: the door is shut");
    }
}
