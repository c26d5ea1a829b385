package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.policy.ScriptBudget;
import org.scriptsocket.transport.Transport;

/** What a script in a sandbox finds, and what it does not. */
class SandboxTest {

    private final LuaScriptEngineFactory factory =
            new LuaScriptEngineFactory().withSandbox(LuaSandbox.restricted().withTime(Duration.ofMinutes(10)));
    private final ScriptEngine engine = factory.getScriptEngine();

    @TempDir
    Path folder;

    @Test
    void theseAreAllGlobalsThatThereAre() throws ScriptException {
        assertThat(engine.eval("""
                local names = {}
                for name, value in pairs(_G) do
                  if type(value) ~= 'table' or name == '_G' then
                    names[#names + 1] = name
                  elseif name == 'math' or name == 'table' or name == 'bit' or name == 'bit32' then
                    names[#names + 1] = name .. '.*'
                  else
                    for field in pairs(value) do names[#names + 1] = name .. '.' .. field end
                  end
                end
                table.sort(names)
                return table.concat(names, ' ')""")).isEqualTo("""
                        _G _VERSION assert bit.* bit32.* collectgarbage \
                        coroutine.create coroutine.isyieldable coroutine.resume coroutine.running coroutine.status \
                        coroutine.wrap coroutine.yield debug.traceback error gcinfo getfenv getmetatable ipairs load loadstring \
                        math.* module newproxy next os.clock os.date os.time \
                        package.config package.cpath package.loaded package.loaders package.path package.preload \
                        package.searchers package.seeall pairs pcall print rawequal rawget rawlen rawset require select setfenv \
                        setmetatable string.byte string.char string.find string.format string.gfind string.gmatch string.gsub \
                        string.len string.lower string.match string.rep string.reverse string.sub string.upper \
                        table.* tonumber tostring type unpack \
                        websocket.DATA_TYPE_BINARY websocket.DATA_TYPE_TEXT websocket.EVENT_CONNECTED \
                        websocket.EVENT_DISCONNECTED websocket.EVENT_ERROR websocket.EVENT_MESSAGE \
                        websocket.connect websocket.disconnect websocket.send xpcall""");
        assertThat(engine.eval("""
                local names = {}
                for name, value in pairs(package.loaded) do names[#names + 1] = name end
                table.sort(names)
                return table.concat(names, ' ')""")).isEqualTo("_G bit bit32 coroutine debug math os package string table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io",
                "dofile",
                "loadfile",
                "luajava",
                "os.execute",
                "os.exit",
                "os.getenv",
                "os.remove",
                "os.rename",
                "os.tmpname",
                "package.loadlib",
                "package.searchpath",
                "package.loaders[3]",
                "package.loaded.io",
                "string.dump",
                "debug.getinfo",
                "debug.sethook",
                "debug.getmetatable",
                "debug.setmetatable",
                "debug.getregistry",
                "getmetatable(_G)"
            })
    void thereIsNo(String what) throws ScriptException {
        assertThat(engine.eval("return " + what)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return getmetatable('')|false",
                "return pcall(setmetatable, '', {})|false",
                "return pcall(function() getmetatable('').__index = {} end)|false",
                "return pcall(function() ('').upper = print end)|false",
                "return (load('\\27Lua'))|",
                "return (load(string.char(27) .. 'LuaQ', 'x', 'b'))|",
                "return (loadstring(string.char(27, 76, 117, 97, 81, 0)))|",
                "return collectgarbage()|0",
                "return collectgarbage('collect')|0",
                "return pcall(collectgarbage, 'x')|false",
            })
    void thereIsNoWayTo(String script, String result) throws ScriptException {
        Object got = engine.eval(script);
        assertThat(got == null ? null : got.toString()).isEqualTo(result);
    }

    @Test
    void theMethodsOfStringsAreThoseOfItsOwnEngine() throws ScriptException {
        ScriptEngine other = factory.getScriptEngine();
        engine.eval("string.upper = function() return 'mine' end");
        assertThat(engine.eval("return ('a'):upper()")).isEqualTo("mine");
        assertThat(other.eval("return ('a'):upper()")).isEqualTo("A");
    }

    @Test
    void whatTheManagerHasForAllEnginesIsNotThere() throws ScriptException {
        ScriptEngineManager manager = new ScriptEngineManager();
        manager.put("shared", "secret");
        manager.registerEngineName("boxed", factory);
        assertThat(manager.getEngineByName("boxed").eval("return shared")).isNull();
        assertThat(manager.getEngineByName("lua-websocket").eval("return shared"))
                .isEqualTo("secret");
    }

    @Test
    void whatTheHostPutsThereIs() throws ScriptException {
        engine.put("x", 7);
        assertThat(engine.eval("return x")).isEqualTo(7);
        assertThat(engine.eval("return os.date('!%Y', 0) .. type(os.time()) .. type(os.clock())"))
                .isEqualTo("1970numbernumber");
    }

    @Test
    void modulesComeFromTheFoldersOfTheHostOnlyAndTheirErrorsNameNoPath() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.lua"), "password = ");
        Files.writeString(folder.resolve("main.lua"), "");
        Files.writeString(Files.createDirectories(inside.resolve("a")).resolve("b.lua"), "return 'module'");
        Files.writeString(inside.resolve("bad.lua"), "x = = 1");
        Files.writeString(inside.resolve("fails.lua"), "error('no')");
        ScriptEngine boxed = factory.withModules(ModuleFolders.of(inside)).getScriptEngine();
        try (ScriptHost host =
                ScriptHost.builder().transport(new MemoryTransport()).build()) {
            host.load(boxed, folder.resolve("main.lua"));
            assertThat(boxed.eval("return require 'a.b'")).isEqualTo("module");
            assertThat(boxed.eval("package.preload.x = function() return 'preloaded' end return require 'x'"))
                    .isEqualTo("preloaded");
            assertThat(boxed.eval("return select(2, pcall(require, 'bad'))"))
                    .isEqualTo("bad.lua:1: unexpected symbol near '='");
            assertThat(boxed.eval("return select(2, pcall(require, 'fails'))")).isEqualTo("fails.lua:1: no");
            boxed.put("folder", folder.toString());
            for (String name : new String[] {
                "'secret'",
                "'../secret'",
                "'..secret'",
                "folder .. '/secret'",
                "'main'",
                "'a/../../secret'",
                "''",
                "'\\0'"
            }) {
                assertThat(boxed.eval("package.path = folder .. '/?.lua;./?.lua' package.cpath = package.path "
                                + "return select(2, pcall(require, " + name + "))"))
                        .as(name)
                        .asString()
                        .contains("no such module")
                        .doesNotContain("inside")
                        .doesNotContain("password");
            }
        }
    }

    @Test
    void aStringCanNotBeLongerThanItsBound() {
        assertThatThrownBy(
                        () -> ((LuaScriptEngine) factory.withSandbox(
                                                LuaSandbox.restricted().withString(1000))
                                        .getScriptEngine())
                                .eval(
                                        "local n = 0 load(function() n = n + 1 return n < 100 and 'local x = 12345 ' or nil end) return error((select(2, load(function() return 'local x = 12345 ' end))))"))
                .hasMessageContaining("bytes is over the limit of 1000 (sandbox.budget.string)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local function f() return 1 + f() end f()",
                "local function f() return 1 + select(2, assert(pcall(f))) end f()",
                "local function f() return (string.gsub('x', 'x', f)) end f()",
                "local function f() table.sort({1, 2, 3}, function(a, b) f() return a < b end) end f()",
                "local t = setmetatable({}, {__index = function(t, k) return t[k .. 'x'] end}) local x = t.a",
                "local t t = setmetatable({}, {__tostring = function(s) return tostring(s) .. 'x' end}) tostring(t)",
                "local mt = {} mt.__eq = function(a, b) return a == b end "
                        + "local x = setmetatable({}, mt) == setmetatable({}, mt)"
            })
    void endlessRecursionIsAnErrorOnASmallStackAndInACoroutine(String recursion) throws Exception {
        engine.put("recursion", recursion);
        FutureTask<Object> result = new FutureTask<>(() -> engine.eval("""
                local ok, why = pcall(loadstring(recursion, '=deep'))
                local ok2, why2 = coroutine.resume(coroutine.create(loadstring(recursion, '=deep')))
                return tostring(ok) .. tostring(ok2) .. why .. '|' .. why2"""));
        new Thread(null, result, "small", 512 << 10).start();
        assertThat(result.get(2, TimeUnit.MINUTES))
                .asString()
                .matches("falsefalse.*stack overflow.*\\|.*stack overflow.*");
    }

    @Test
    void theDepthOfCallsIsASetting() throws ScriptException {
        String deep = "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(";
        assertThat(engine.eval(deep + "150)")).isEqualTo(150);
        assertThatThrownBy(() -> engine.eval(deep + "250)")).hasMessageContaining("stack overflow");
        ScriptEngine deeper =
                factory.withSandbox(LuaSandbox.restricted().withDepth(500)).getScriptEngine();
        assertThat(deeper.eval(deep + "450)")).isEqualTo(450);
    }

    @Test
    void soIsTheNumberOfCoroutines() throws Exception {
        ScriptEngine few =
                factory.withSandbox(LuaSandbox.restricted().withCoroutines(3)).getScriptEngine();
        few.eval("""
                all = {}
                function begin() all[#all + 1] = coroutine.create(coroutine.yield) return coroutine.resume(all[#all]) end
                for i = 1, 3 do assert(begin()) end""");
        String over =
                "cannot start the coroutine: the limit of 3 unfinished ones is reached (sandbox.budget.coroutines)";
        assertThat(few.eval("return select(2, begin())")).isEqualTo(over);
        assertThat(few.eval("coroutine.resume(all[2]) return (begin())")).isEqualTo(true);
        assertThat(few.eval("return select(2, begin())")).isEqualTo(over);
        ((AutoCloseable) few).close();
        assertThat(few.eval("return (begin())")).isEqualTo(true);
    }

    @Test
    void anEngineBringsAHostThatDoesNotTrustIt() throws Exception {
        try (MemoryTransport transport = new MemoryTransport()) {
            Supplier<ScriptHost.Builder> hosts = () -> ScriptHost.builder().transport(transport);
            LuaScriptEngineFactory boxed = new LuaScriptEngineFactory(hosts).withSandbox(LuaSandbox.restricted());
            assertThat(boxed.hostBuilder().limits()).isEqualTo(Limits.sandbox());
            assertThat(new LuaScriptEngineFactory(hosts).hostBuilder().limits()).isEqualTo(Limits.standard());
            ScriptEngine own = boxed.getScriptEngine();
            assertThatThrownBy(() -> own.eval("websocket.connect('ws://peer/', {headers = 'Host: a'}, function() end)"))
                    .hasMessageContaining("a script that is not trusted");
            ScriptHost.of(own).abort();

            HostSettings said = HostSettings.standard();
            assertThat(new LuaScriptEngineFactory(() -> ScriptHost.builder().settings(said))
                            .withSandbox(LuaSandbox.restricted())
                            .hostBuilder()
                            .limits())
                    .isEqualTo(said.limits());
            try (ScriptHost other = ScriptHost.builder().transport(transport).build()) {
                ScriptInstance instance = other.load(
                                boxed.getScriptEngine(),
                                "function dial() websocket.connect('ws://peer/', {headers = 'Host: a'}, print) end",
                                "a.lua")
                        .start();
                instance.call("dial");
                other.abort();
            }
        }
    }

    @Test
    void guiceBindsIt() throws Exception {
        try (MemoryTransport transport = new MemoryTransport()) {
            LuaSandbox sandbox = LuaSandbox.restricted().withInstructions(1000);
            Injector injector = Guice.createInjector(new LuaModule(), with(sandbox, transport));
            ScriptEngine boxed = injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
            assertThat(boxed.eval("return io")).isNull();
            assertThatThrownBy(() -> boxed.eval("while true do end")).hasMessageContaining("1000 instructions");
            assertThat(injector.getInstance(ScriptHost.Builder.class).limits()).isEqualTo(Limits.sandbox());
            assertThatThrownBy(
                            () -> boxed.eval("websocket.connect('ws://peer/', {headers = 'Host: a'}, function() end)"))
                    .hasMessageContaining("a script that is not trusted");
            ScriptHost.of(boxed).abort();
        }
    }

    private static Module with(LuaSandbox sandbox, Transport transport) {
        return binder -> {
            binder.bind(Transport.class).toInstance(transport);
            OptionalBinder.newOptionalBinder(binder, LuaSandbox.class)
                    .setBinding()
                    .toInstance(sandbox);
        };
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatWouldUndoItIsRefused(Runnable asking, String why) {
        assertThatThrownBy(asking::run).hasStackTraceContaining(why);
    }

    static Object[][] contradictions() {
        LuaScriptEngineFactory plain = new LuaScriptEngineFactory();
        LuaSandbox sandbox = LuaSandbox.restricted();
        String luajc = "A sandbox can not run scripts that LuaJC compiles: nothing would bound how long they run";
        String luajava = "A sandbox can not have luajava: its scripts could do whatever Java can";
        return new Object[][] {
            {(Runnable) () -> plain.withLuajc().withSandbox(sandbox), luajc},
            {(Runnable) () -> plain.withSandbox(sandbox).withLuajc(), luajc},
            {(Runnable) () -> plain.withLuajava().withSandbox(sandbox), luajava},
            {(Runnable) () -> plain.withSandbox(sandbox).withLuajava(), luajava},
            {
                (Runnable) () -> Guice.createInjector(new LuaModule().withLuajc(), with(sandbox, new MemoryTransport()))
                        .getInstance(LuaScriptEngineFactory.class),
                luajc
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"INSTRUCTIONS, 0", "TIME, -1", "STRING, 4294967296", "DEPTH, 20001", "MEMORY, 0", "COROUTINES, 0"})
    void aBudgetThatMakesNoSenseIsRefused(ScriptBudget budget, long value) {
        assertThatThrownBy(() -> LuaSandbox.restricted().with(budget, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(budget.settingName() + ": from 1");
    }

    @Test
    void connectionsOfEnginesAreCountedApart() throws Exception {
        try (MemoryTransport transport = new MemoryTransport();
                ScriptHost host = ScriptHost.builder().transport(transport).build()) {
            String source = "function name() return tostring(websocket.connect('ws://peer/', {}, print)) end";
            ScriptInstance first =
                    host.load(factory.getScriptEngine(), source, "a.lua").start();
            ScriptInstance second =
                    host.load(factory.getScriptEngine(), source, "b.lua").start();
            assertThat(first.call("name")).isEqualTo("websocket: 1 (ws://peer)");
            assertThat(first.call("name")).isEqualTo("websocket: 2 (ws://peer)");
            assertThat(second.call("name")).isEqualTo("websocket: 1 (ws://peer)");
            host.abort();
        }
    }

    @Test
    void theNameOfATableIsItsOwnAndNotTheNumberThatTheJvmDraws() throws ScriptException {
        assertThat(engine.eval("""
                local seen = {}
                for i = 1, 100 do
                  local t = {}
                  local name = tostring(t)
                  assert(name:match('^table: 0x%x+$') and name == tostring(t) and not seen[name])
                  seen[name] = t
                end
                t = {} return tostring(t)"""))
                .asString()
                .doesNotEndWith(Integer.toHexString(System.identityHashCode(engine.get("t"))));
    }

    @Test
    void itsMemoryAndItsClockAreItsOwn() throws ScriptException {
        double before = ((Number) engine.eval("return collectgarbage('count')")).doubleValue();
        assertThat(before).isLessThan(10);
        assertThat(engine.eval("return gcinfo()")).isEqualTo((int) before);
        engine.eval("s = ('x'):rep(20480)");
        assertThat(((Number) engine.eval("return collectgarbage('count')")).doubleValue())
                .isBetween(before + 20, before + 24);
        assertThat((Double) factory.getScriptEngine().eval("return os.clock() + 0.0001"))
                .isLessThan(1.0);
    }
}
