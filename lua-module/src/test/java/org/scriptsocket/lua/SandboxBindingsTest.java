package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox where scripts run over bindings of the host, and what they can do with its objects. */
class SandboxBindingsTest {

    private static final LuaSandbox SMALL =
            LuaSandbox.restricted().withInstructions(20_000).withMemory(8 << 20);
    private static final String SPENT = "the script used up its budget of 20000 instructions";

    private final ScriptEngineManager manager = new ScriptEngineManager();
    private final ScriptEngine engine = engine(SMALL);
    private final Bindings bindings = new SimpleBindings();

    private ScriptEngine engine(LuaSandbox sandbox) {
        ScriptEngine made = new LuaScriptEngineFactory().withSandbox(sandbox).getScriptEngine();
        made.setBindings(manager.getBindings(), ScriptContext.GLOBAL_SCOPE);
        return made;
    }

    private ScriptContext context() {
        ScriptContext context = new SimpleScriptContext();
        context.setBindings(bindings, ScriptContext.ENGINE_SCOPE);
        context.setBindings(manager.getBindings(), ScriptContext.GLOBAL_SCOPE);
        return context;
    }

    @Test
    void theLibraryIsTheSmallOneWhateverTheBindings() throws Exception {
        String names = """
                local found = {}
                local function list(prefix, t)
                  for name in pairs(t) do found[#found + 1] = prefix .. name end
                end
                list("", _G) list("os.", os) list("debug.", debug) list("string.", string)
                list("package.loaded.", package.loaded)
                table.sort(found)
                return table.concat(found, " ")""";
        assertThat(engine.eval(names, bindings)).isEqualTo(engine.eval(names)).isEqualTo(engine.eval(names, context()));
        assertThat(engine.eval(
                        "return io or dofile or loadfile or luajava or string.dump or os.exit or debug.getinfo or package.loadlib "
                                + "or package.searchpath or getfenv(print).io or getfenv(0).io or package.loaded.io or load('return io')() "
                                + "or coroutine.wrap(function() return getfenv(0).io end)()",
                        bindings))
                .isNull();
        assertThat(engine.eval("return getmetatable('')", bindings)).isEqualTo(false);
        assertThat(engine.eval("return websocket.EVENT_ERROR", bindings)).isEqualTo(3);
    }

    @Test
    void whatAManagerSharesBetweenEnginesIsNotThere() throws Exception {
        manager.put("shared", "all see it");
        for (ScriptContext context : List.of(context(), engine.getContext())) {
            assertThat(engine.eval("return shared", context)).isNull();
        }
        assertThat(engine.eval("return shared", bindings)).isNull();
        engine.setBindings(bindings, ScriptContext.ENGINE_SCOPE);
        assertThat(engine.eval("return shared")).isNull();
    }

    @Test
    void scriptsNeitherReadNorChooseWhatIsReservedForTheEngine() throws Exception {
        bindings.put(ScriptEngine.FILENAME, "real.lua");
        assertThat(engine.eval(
                        "local name = 'javax.script.filename' local was = _G[name] "
                                + "for key in pairs(_G) do if key == name then was = key end end _G[name] = 'forged.lua' return was",
                        bindings))
                .isNull();
        assertThat(bindings).containsEntry(ScriptEngine.FILENAME, "real.lua");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "pcall(function() while true do end end)",
                "coroutine.wrap(function() while true do end end)()",
                "setmetatable(_G, {__index = function() while true do end end}) return nothing",
                "for i = 1, 1e5 do _G[i] = i end",
                "for i = 1, 2000 do _G[i] = i end for i = 1, 1500 do local n = #_G end",
                "for i = 1, 2000 do _G[i] = i end for i = 1, 1500 do next(_G) end",
            })
    void anEvaluationHasABudgetWhateverTheBindings(String script) throws Exception {
        assertThatThrownBy(() -> engine.eval(script, bindings))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(SPENT);
        assertThatThrownBy(() -> engine.eval(script, context())).hasMessageContaining(SPENT);
        assertThatThrownBy(() -> ((Compilable) engine).compile(script).eval(new SimpleBindings()))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(SPENT);
        assertThat(engine.eval("return 1", new SimpleBindings())).isEqualTo(1);
    }

    @Test
    void soHaveFunctionsThatWereGivenAway() throws Exception {
        Object made =
                engine.eval("function run() while true do end end function compare() run() end return run", bindings);
        LuaFunctionObject run = (LuaFunctionObject) made;
        assertThatThrownBy(run::call).isInstanceOf(ScriptException.class).hasMessageContaining(SPENT);
        assertThatThrownBy(() -> run.as(Runnable.class).run())
                .isInstanceOf(UncheckedScriptException.class)
                .hasMessageContaining(SPENT);
        engine.setBindings(bindings, ScriptContext.ENGINE_SCOPE);
        assertThatThrownBy(() -> ((Invocable) engine).invokeFunction("run")).hasMessageContaining(SPENT);
        Runnable proxy = ((Invocable) engine).getInterface(Runnable.class);
        assertThat(proxy).isNotNull();
        assertThatThrownBy(proxy::run).hasMessageContaining(SPENT);
    }

    interface Task {
        void work() throws ScriptException;
    }

    @Test
    void aBudgetThatTheSearchForAFunctionSpendsIsTold() throws Exception {
        Invocable invocable = (Invocable) engine;
        Object table = engine.eval("t = {work = function() end} return t");
        Task task = invocable.getInterface(table, Task.class);
        assertThat(task).isNotNull();
        engine.eval("t.work = nil setmetatable(t, {__index = function() while true do end end})");
        assertThatThrownBy(task::work).isInstanceOf(ScriptException.class).hasMessageContaining(SPENT);
        assertThatThrownBy(() -> invocable.getInterface(table, Task.class))
                .isInstanceOf(UncheckedScriptException.class)
                .hasMessageContaining(SPENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_G['x' .. i] = ('x'):rep(262144 - 8) .. i",
                "_G['x' .. i] = ('x'):rep(262144 - 8) .. '\\255' .. i",
                "_G['x' .. i] = {('x'):rep(262144 - 8) .. i}",
                "_G[i] = ('x'):rep(262144 - 8) .. i",
                "local s = ('x'):rep(262144 - 8) .. i _G['x' .. i] = function() return s end",
                "big = ('x'):rep(262144 - 8) t = t or {} t[i] = big",
            })
    void whatBindingsHoldOfAScriptIsCounted(String body) {
        ScriptEngine counted = engine(LuaSandbox.restricted().withMemory(8 << 20));
        assertThatThrownBy(() -> counted.eval("for i = 1, 100 do " + body + " end", bindings))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("sandbox.budget.memory");
    }

    @Test
    void whatOtherBindingsHoldIsNot() throws Exception {
        ScriptEngine counted = engine(LuaSandbox.restricted().withMemory(8 << 20));
        List<Bindings> kept = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            kept.add(new SimpleBindings());
            counted.eval("x = ('x'):rep(1000000)", kept.get(i));
        }
        assertThat(kept).hasSize(20);
    }

    @Test
    void theHostsObjectsOpenNothing() throws Exception {
        bindings.put("thing", new Object());
        bindings.put("list", new ArrayList<>(List.of(1)));
        bindings.put("map", new HashMap<>(Map.of("a", 1)));
        bindings.put("array", new int[] {1});
        bindings.put("double", (ToIntFunction<Object>) value -> 2);
        for (String name : List.of("thing", "list", "map", "array", "double")) {
            for (String member : List.of("getClass", "class", "hashCode", "toString", "forName", "__index", "length")) {
                assertThat(engine.eval(
                                "local ok, value = pcall(function() return " + name + "[ '" + member
                                        + "'] end) return ok and value or nil",
                                bindings))
                        .as(name + "." + member)
                        .isNull();
            }
            assertThat(engine.eval("return getmetatable(" + name + ")", bindings))
                    .as(name)
                    .isNull();
            assertThat((String) engine.eval("return tostring(" + name + ")", bindings))
                    .doesNotContain("java", "Lambda", "@");
        }
    }

    @Test
    void whatAFunctionOfTheHostThrowsIsAText() throws Exception {
        bindings.put("fail", (IntFunction<Object>) n -> {
            throw n == 0 ? new IllegalStateException("no more") : new NullPointerException();
        });
        for (int n = 0; n < 2; n++) {
            assertThat(engine.eval("return type(select(2, pcall(fail, " + n + ")))", bindings))
                    .isEqualTo("string");
            assertThat((String) engine.eval("return select(2, pcall(fail, " + n + "))", bindings))
                    .doesNotContain("java", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for _ in pairs(huge) do end",
                "next(huge) while true do end",
                "for _ in ipairs(huge) do end",
                "for i = 1, 1e4 do for _ in pairs(endless) do end end"
            })
    void collectionsThatHaveNoEndCostAScriptItsBudget(String script) {
        bindings.put("huge", Collections.nCopies(Integer.MAX_VALUE, 1));
        bindings.put("endless", new Endless());
        assertThatThrownBy(() -> engine.eval(script, bindings)).hasMessageContaining("budget");
    }

    /** A map whose keys never end. */
    private static final class Endless extends java.util.AbstractMap<Object, Object> {
        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<Object, Object>> iterator() {
                    return Stream.iterate(1, n -> n + 1)
                            .map(n -> Map.<Object, Object>entry(n, n))
                            .iterator();
                }

                @Override
                public int size() {
                    return Integer.MAX_VALUE;
                }
            };
        }
    }

    @FunctionalInterface
    interface Summing {
        int of(int[] numbers);
    }

    @Test
    void anArrayIsNotAsLongAsATableWithHolesSaysItIs() {
        bindings.put("sum", (Summing) numbers -> numbers.length);
        // # doubles from behind the part that is an array, and finds a value wherever it looks.
        String script = "local t = {1, 2, 3, 4, %s} for i = 1, 60 do t['a' .. i] = nil end "
                + "for i = 0, 28 do t[5 * 2 ^ i] = 1 end assert(#t > 1e8, #t) return sum(t)";
        String fields =
                IntStream.rangeClosed(1, 60).mapToObj(n -> "a" + n + " = 1").collect(Collectors.joining(", "));
        assertThatThrownBy(() -> engine.eval(script.formatted(fields), bindings))
                .hasMessageContaining("the script gives a table where Java expects");
    }

    @Test
    void tablesThatContainThemselvesCanBeComparedAndShown() throws Exception {
        String cycle = "local t = {n = 1} t.self = t t[t] = true t.list = list list[1] = t return t";
        bindings.put("list", new ArrayList<>());
        Object one = engine.eval(cycle, bindings);
        assertThat(one.hashCode()).isEqualTo(engine.eval(cycle, bindings).hashCode());
        assertThat(one.toString()).contains("self={...}", "list=[...]", "{...}=true");
        String loop = "local t = {n = 1} t.self = {n = 1, self = t} return t";
        assertThat(engine.eval(loop)).isEqualTo(engine.eval("local t = {n = 1} t.self = t return t"));
        assertThat(engine.eval(loop))
                .isNotEqualTo(engine.eval("local t = {n = 1} t.self = {n = 2, self = t} return t"));
        assertThat(engine.eval("return {a = {b = 'c'}}")).isEqualTo(Map.of("a", Map.of("b", "c")));
        assertThat(engine.eval("return {a = 'b', 1}")).hasSameHashCodeAs(Map.of("a", "b", 1, 1));
    }

    @Test
    void tablesThatAreNestedDeepOrEachInOthersCanBeCompared() throws Exception {
        String deep = "local t = {} for i = 1, 5000 do t = {t} end return t";
        assertThat(engine.eval(deep).equals(engine.eval(deep))).isTrue();
        String wide = "local t = {} for i = 1, 200 do t = {t, t} end return t";
        assertThat(engine.eval(wide).equals(engine.eval(wide))).isTrue();
        assertThat(engine.eval(wide).hashCode()).isEqualTo(engine.eval(wide).hashCode());
    }
}
