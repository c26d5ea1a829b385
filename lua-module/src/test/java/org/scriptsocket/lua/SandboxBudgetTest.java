package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptErrorException;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.script.ScriptFunction;

/** What ends a script that uses more than its sandbox lets it have, and what that ends. */
class SandboxBudgetTest {

    private static final LuaSandbox SMALL =
            LuaSandbox.restricted().withInstructions(20_000).withTime(Duration.ofMinutes(10));

    private static final String SPIN = "function spin() while true do end end ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spin()",
                "pcall(spin)",
                "while true do pcall(spin) end",
                "pcall(pcall, pcall, spin)",
                "xpcall(spin, print)",
                "xpcall(error, spin)",
                "xpcall(spin, spin)",
                "pcall(xpcall, error, function() pcall(spin) end)",
                "coroutine.wrap(spin)()",
                "coroutine.resume(coroutine.create(spin))",
                "pcall(coroutine.wrap(function() pcall(coroutine.wrap(function() pcall(spin) end)) end))",
                "local co = coroutine.wrap(function() while true do coroutine.yield() end end) while true do pcall(co) end",
                "while true do coroutine.resume(coroutine.create(function() coroutine.yield() end)) end",
                "local t = setmetatable({}, {__index = spin}) pcall(function() return t.x end)",
                "local t = setmetatable({}, {__newindex = spin}) pcall(function() t.x = 1 end)",
                "local t = setmetatable({}, {__add = spin, __concat = spin}) pcall(function() return t + 1 end)",
                "local t = setmetatable({}, {__eq = spin}) return t == setmetatable({}, getmetatable(t))",
                "local t = setmetatable({}, {__lt = spin}) return pcall(function() return t < t end)",
                "local t = setmetatable({}, {__call = spin}) pcall(t)",
                "local t = setmetatable({}, {__len = spin, __unm = spin}) pcall(function() return -t end)",
                "tostring(setmetatable({}, {__tostring = spin}))",
                "error(setmetatable({}, {__tostring = spin}))",
                "string.format('%s', setmetatable({}, {__tostring = spin}))",
                "table.sort({3, 2, 1}, function() pcall(spin) end)",
                "string.gsub('abc', '.', function() pcall(spin) end)",
                "string.gsub('abc', '.', setmetatable({}, {__index = spin}))",
                "load(spin)",
                "load(function() pcall(spin) end)",
                "for x in spin do end",
                "local function f() return f() end f()",
                "local function f() return pcall(f) end while true do f() end",
                "local function f() return 1 + f() end while true do pcall(f) end",
                "package.preload.x = spin pcall(require, 'x')",
                "tostring = spin print(1)",
                "setfenv(1, setmetatable({}, {__index = function() spin() end})) x()",
                "pcall(websocket.connect, 'ws://peer/', setmetatable({}, {__index = spin}), spin)",
                "goto_host(spin)"
            })
    void nothingThatAScriptCatchesSwallowsIt(String script) throws Exception {
        ScriptEngine engine = new LuaScriptEngineFactory().withSandbox(SMALL).getScriptEngine();
        ScriptFunction swallowing = arguments -> {
            try {
                return ((Invocable) engine).invokeFunction("spin");
            } catch (ScriptException e) {
                return "caught";
            }
        };
        engine.put("goto_host", swallowing);
        engine.eval(SPIN);
        assertThatThrownBy(() -> engine.eval(script))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(
                        "the script used up its budget of 20000 instructions (sandbox.budget.instructions)");
        ((AutoCloseable) engine).close(); // the coroutines that it has left
        assertThat(engine.eval("return coroutine.wrap(function() return select(2, pcall(error, 'on', 0)) end)()"))
                .as("the engine afterwards")
                .isEqualTo("on");
    }

    @Test
    void itEndsTheInstanceAndItsConnectionsAndNothingElse() throws Exception {
        try (Stage stage = new Stage(SMALL)) {
            stage.peers.on("/never", Behaviour.silence());
            var script = stage.load("""
                    function init(self) self.conn = websocket.connect("ws://peer/", {}, show) end
                    function update(self) self.updates = (self.updates or 0) + 1 end
                    function final(self) log("final") end
                    function dial(self) websocket.connect("ws://peer/never", {}, show) end
                    function count(self) return self.updates end

                    function spin(self)
                      while true do end
                    end""");
            ScriptInstance bad = script.start();
            ScriptInstance good = script.start();
            bad.call("dial");
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''", "CONNECTED ''");
            assertThatThrownBy(() -> bad.call("spin"))
                    .isInstanceOfSatisfying(ScriptErrorException.class, e -> check(e.error(), bad))
                    .hasMessage("test.lua:8: the script used up its budget of 20000 instructions "
                            + "(sandbox.budget.instructions) in the function of line 7");
            assertThat(bad.isClosed()).isTrue();
            assertThatThrownBy(() -> bad.call("count")).isInstanceOf(IllegalStateException.class);
            stage.updates(2);
            RecordedConnection open = stage.peers.takeConnection(Duration.ofSeconds(10));
            open.takeRequest();
            assertThat(open.takeFrame().status().code()).isEqualTo(1011);
            bad.close();
            assertThat(good.call("count")).isEqualTo(3);
            assertThat(stage.host.connections()).hasSize(1);
            assertThat(stage.trace()).isEmpty();
            assertThat(stage.errors).isEmpty();
        }
    }

    @Test
    void anotherEngineOfTheHostDoesNotNotice() throws Exception {
        try (Stage stage = new Stage(SMALL)) {
            String source = """
                    function init(self) websocket.connect("ws://peer/", {}, function() self.told = true end) end
                    function update(self) if spins then while true do end end self.updates = (self.updates or 0) + 1 end
                    function seen(self) return tostring(self.told) .. self.updates end""";
            ScriptEngine other = new LuaScriptEngineFactory().withSandbox(SMALL).getScriptEngine();
            ScriptInstance calm = stage.host.load(other, source, "calm.lua").start();
            ScriptInstance bad = stage.start("spins = true " + source);
            stage.updates(3);
            assertThat(bad.isClosed()).isTrue();
            assertThat(stage.errors).hasSize(1);
            assertThat(calm.call("seen")).isEqualTo("true3");
            assertThat(stage.host.connections()).hasSize(1);
        }
    }

    private static void check(ScriptError error, ScriptInstance instance) {
        assertThat(error.ended()).isTrue();
        assertThat(error.instance()).isSameAs(instance);
        assertThat(error.function()).isEqualTo("spin");
        assertThat(error.file()).isEqualTo("test.lua");
        assertThat(error.line()).isEqualTo(8);
        assertThat(error.traceback()).startsWith("test.lua:8: in function <test.lua:7>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTED", "MESSAGE", "ERROR", "DISCONNECTED"})
    void aCallbackThatUsesItUpIsTheLast(String event) throws Exception {
        try (Stage stage = new Stage(SMALL)) {
            stage.peers.otherwise(
                    event.equals("ERROR")
                            ? Behaviour.refuse()
                            : Behaviour.accept().send("a").send("b").close(1000, ""));
            ScriptInstance instance = stage.start("""
                    function final(self) log("final") end
                    function init(self)
                      websocket.connect("ws://peer/", {}, function(self, conn, data)
                        if is(data, "%s") then log("spin") pcall(function() while true do end end) end
                      end)
                    end""".formatted(event));
            stage.updates(3);
            assertThat(stage.trace()).containsExactly("spin");
            assertThat(stage.errors).singleElement().satisfies(error -> {
                assertThat(error.ended()).isTrue();
                assertThat(error.function()).isEqualTo("callback");
            });
            assertThat(instance.isClosed()).isTrue();
            assertThat(stage.host.connections()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "update", "final"})
    void soDoesALifeCycleFunction(String function) throws Exception {
        try (Stage stage = new Stage(SMALL)) {
            var script = stage.load("function final(self) log('final') end function " + function + "(self) log('"
                    + function + "') while true do end end");
            if (function.equals("init")) {
                assertThatThrownBy(script::start).hasMessageContaining("budget of 20000 instructions");
            } else {
                ScriptInstance instance = script.start();
                stage.update();
                instance.close();
                stage.update();
                assertThat(stage.errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.ended()).isTrue());
            }
            assertThat(stage.trace()).containsExactly(function);
        }
    }

    @Test
    void aScriptThatDoesNotEndIsNotLoaded() throws Exception {
        try (Stage stage = new Stage(SMALL)) {
            assertThatThrownBy(() -> stage.load("x = 1\nwhile true do end"))
                    .hasMessageStartingWith("test.lua:2: the script used up its budget")
                    .hasMessageEndingWith(" in the main chunk");
        }
    }

    @Test
    void anEvaluationEndsTheConnectionsOfTheDefaultInstance() throws Exception {
        try (Stage stage = new Stage(SMALL)) {
            ScriptInstance other = stage.start("function open(self) websocket.connect('ws://peer/', {}, show) end");
            other.call("open");
            stage.engine.eval("websocket.connect('ws://peer/', {}, show)");
            stage.update();
            stage.peers.takeConnection(Duration.ofSeconds(10));
            RecordedConnection standard = stage.peers.takeConnection(Duration.ofSeconds(10));
            assertThatThrownBy(() -> stage.engine.eval("while true do end")).isInstanceOf(ScriptException.class);
            stage.update();
            standard.takeRequest();
            assertThat(standard.takeFrame().status().code()).isEqualTo(1011);
            assertThat(stage.host.connections()).hasSize(1);
            stage.engine.eval("websocket.connect('ws://peer/', {}, show)");
            stage.trace();
            stage.update();
            assertThat(stage.trace()).containsExactly("CONNECTED ''");
        }
    }

    @Test
    void itSaysInWhichFunction() {
        ScriptEngine engine = new LuaScriptEngineFactory().withSandbox(SMALL).getScriptEngine();
        assertThatThrownBy(() ->
                        engine.eval("local function spin()\n  while true do end\nend\npcall(function() spin() end)"))
                .hasMessageStartingWith("script:2: ")
                .hasMessageEndingWith(" in function 'spin'");
    }

    @Test
    void eachScriptCallHasItsOwn() throws Exception {
        ScriptEngine engine = new LuaScriptEngineFactory().withSandbox(SMALL).getScriptEngine();
        for (int i = 0; i < 20; i++) {
            engine.eval("for i = 1, 15000 do end");
        }
        assertThatThrownBy(() -> engine.eval("for i = 1, 25000 do end")).hasMessageContaining("20000 instructions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "pcall(function() while true do end end)",
                "coroutine.wrap(function() while true do end end)()",
                "local co = coroutine.wrap(function() while true do coroutine.yield() end end) while true do co() end"
            })
    void timeIsBoundedToo(String script) {
        AtomicLong now = new AtomicLong();
        LuaSandbox sandbox = LuaSandbox.restricted()
                .withInstructions(Integer.MAX_VALUE)
                .withTime(Duration.ofMillis(250))
                .withClock(() -> now.addAndGet(10_000_000));
        ScriptEngine engine = new LuaScriptEngineFactory().withSandbox(sandbox).getScriptEngine();
        assertThatThrownBy(() -> engine.eval(script))
                .hasMessageContaining("the script used up its budget of 250ms a call (sandbox.budget.time)");
        assertThat(now.get()).isBetween(250_000_000L, 300_000_000L);
    }
}
