package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.scriptsocket.script.ScriptFunction;

/** The table of the guide, row by row: how values cross between Java and Lua. */
final class CrossingTest {

    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");

    private Object run(String script) {
        try {
            return Objects.requireNonNull(engine.eval(script));
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
    }

    private String seen(String expression, @Nullable Object value) {
        engine.put("v", value);
        return String.valueOf(run("return tostring(" + expression + ")"));
    }

    @Nested
    class From_Java {

        @Test
        void null_is_nil() {
            assertThat(seen("type(v)", null)).isEqualTo("nil");
        }

        @Test
        void Boolean_is_boolean() {
            assertThat(seen("v == true", true)).isEqualTo("true");
        }

        @Test
        void every_Number_is_the_nearest_number() {
            List<Number> sevens =
                    List.of((byte) 7, (short) 7, 7, 7L, 7f, 7d, BigInteger.valueOf(7), new BigDecimal("7"));
            assertThat(sevens)
                    .allSatisfy(seven -> assertThat(seen("v == 7", seven)).isEqualTo("true"));
            assertThat(seen("v == 2^53", (1L << 53) + 1)).isEqualTo("true");
            assertThat(seen("v", Double.NaN)).isEqualTo("nan");
            assertThat(seen("1 / v", -0.0)).isEqualTo("-inf");
        }

        @Test
        void String_CharSequence_and_Character_are_strings_in_UTF_8() {
            assertThat(seen("#v", "\u00e9\ud83d\ude00")).isEqualTo("6");
            assertThat(seen("v", CharBuffer.wrap("text"))).isEqualTo("text");
            assertThat(seen("v", 'c')).isEqualTo("c");
        }

        @Test
        void byte_array_is_a_string_byte_for_byte() {
            byte[] bytes = {0, -1, (byte) 0x80, 10};
            assertThat(seen("table.concat({v:byte(1, -1)}, ' ')", bytes)).isEqualTo("0 255 128 10");
            bytes[0] = 1;
            assertThat(run("return v:byte(1)")).isEqualTo(0);
        }

        @Test
        void Map_is_a_live_table() {
            Map<Object, Object> map = new HashMap<>(Map.of("a", 1, 2, "two", 3L, "three", 0.5, "half", true, "yes"));
            engine.put("v", map);
            assertThat(run("return v.a .. v[2] .. v[3] .. v[0.5] .. v[true] .. tostring(v.none)"))
                    .isEqualTo("1twothreehalfyesnil");
            run("v.a, v[3], v.b = nil, 'drei', {x = 1} return 1");
            assertThat(map).doesNotContainKey("a").containsEntry(3L, "drei").doesNotContainKey(3);
            map.put("later", 5);
            assertThat(run("return v.later + v.b.x")).isEqualTo(6);
        }

        @Test
        void Map_can_be_traversed_and_changed_meanwhile() {
            Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
            engine.put("v", map);
            assertThat(run("""
                    local all = ''
                    for key, value in pairs(v) do
                      all = all .. key .. value
                      v[key] = nil
                      for inner in pairs(v) do all = all .. inner end
                    end
                    return all .. tostring(next(v)) .. type(v)
                    """)).isEqualTo("a1bcb2cc3niltable");
            assertThat(map).isEmpty();
        }

        @Test
        void List_is_a_live_table_of_positions() {
            List<Object> list = new ArrayList<>(List.of("a", "b", "c"));
            engine.put("v", list);
            assertThat(run("return #v .. v[1] .. v[3] .. tostring(v[4]) .. tostring(v[0]) .. tostring(v.x)"))
                    .isEqualTo("3acnilnilnil");
            run("v[1] = 'A' v[4] = 'd' table.insert(v, 1, 'first') table.remove(v, 3) return 1");
            assertThat(list).containsExactly("first", "A", "c", "d");
            run("table.sort(v) v[#v] = nil return 1");
            assertThat(list).containsExactly("A", "c", "d");
            assertThat(
                            run(
                                    "local all = '' for i, x in ipairs(v) do all = all .. i .. x end for i, x in pairs(v) do all = all .. i .. x end return all .. table.concat(v, '-') .. select('#', unpack(v))"))
                    .isEqualTo("1A2c3d1A2c3dA-c-d3");
        }

        @Test
        void List_refuses_keys_that_are_no_positions() {
            engine.put("v", new ArrayList<>(List.of("a")));
            assertThat(run("return select(2, pcall(function() v[3] = 1 end))"))
                    .isEqualTo("script:1: a Java list has no place for this key: its positions are 1 to 1");
            assertThat(run("return select(2, pcall(function() v.x = 1 end))").toString())
                    .contains("positions");
        }

        @Test
        void array_is_a_live_table_of_fixed_length() {
            int[] numbers = {1, 2, 3};
            String[] texts = {"a", null};
            engine.put("v", numbers);
            engine.put("t", texts);
            assertThat(run("v[2] = 20 t[2] = 'b' return #v + v[1] + v[2]")).isEqualTo(24);
            assertThat(numbers).containsExactly(1, 20, 3);
            assertThat(texts).containsExactly("a", "b");
            assertThat(run("return select(2, pcall(function() v[4] = 1 end))").toString())
                    .contains("read-only or has a fixed size");
            assertThat(run("return select(2, pcall(function() v[1] = 0.5 end))").toString())
                    .contains("does not take");
            assertThat(run("return select(2, pcall(function() t[1] = 1 end))").toString())
                    .contains("does not take");
        }

        @Test
        void what_can_not_be_changed_says_so() {
            engine.put("m", Map.of("a", 1));
            engine.put("l", List.of(1));
            engine.put("s", Collections.checkedMap(new HashMap<>(), String.class, String.class));
            assertThat(run("return select(2, pcall(function() m.a = 2 end))"))
                    .isEqualTo("script:1: attempt to change a Java collection that is read-only or has a fixed size");
            assertThat(run("return (pcall(table.insert, l, 2))")).isEqualTo(false);
            assertThat(run("return select(2, pcall(function() s.a = 2 end))"))
                    .isEqualTo("script:1: attempt to store a value that the Java collection does not take");
        }

        @Test
        void lambda_and_functional_interface_are_functions() {
            engine.put("add", (IntBinaryOperator) Integer::sum);
            engine.put("upper", (Function<String, String>) each -> each.toUpperCase(java.util.Locale.ROOT));
            engine.put("script", (ScriptFunction) arguments -> arguments.length);
            engine.put("own", (Greeting) (name, more) -> name + more.length);
            engine.put("object", new Doubler());
            assertThat(
                            run(
                                    "return add(2, 3) .. upper('x') .. script(1, nil, 3) .. own('n', 'a', 'b') .. object(4) .. type(add)"))
                    .isEqualTo("5X3n28function");
        }

        @Test
        void arguments_are_fitted_or_refused() {
            engine.put("add", (IntBinaryOperator) Integer::sum);
            assertThat(run("return select(2, pcall(function() add(1, 'x') end))")
                            .toString())
                    .contains("bad argument #2 to")
                    .contains("the script gives a string where Java expects a whole number in its range");
            engine.put("first", (Function<List<Object>, Object>) list -> list == null ? "none" : "some");
            assertThat(run("return first()")).isEqualTo("none");
        }

        @Test
        void arguments_that_generics_have_let_through_are_told_without_classes() {
            engine.put("next", (Function<Integer, Object>) n -> n + 1);
            for (String wrong : List.of("'x'", "nil", "{}")) {
                assertThat(run("return select(2, pcall(next, " + wrong + "))"))
                        .isEqualTo("a function of the host does not take these arguments");
            }
        }

        @Test
        void what_a_function_of_Java_throws_is_an_error_of_Lua() {
            engine.put("fail", (Callable<Object>) () -> {
                throw new java.io.IOException("no disk");
            });
            assertThat(run("return select(2, pcall(fail))").toString())
                    .contains("no disk")
                    .doesNotContain("Exception");
        }

        @Test
        void any_other_object_is_an_opaque_userdata() {
            engine.put("v", new BitSet());
            engine.put("w", engine.get("v"));
            assertThat(run("return type(v) .. tostring(v == w) .. tostring(v):sub(1, 11) .. tostring(({[v] = 1})[w])"))
                    .isEqualTo("userdatatrueuserdata: 0x1".replace("0x1", "0") + "1");
        }

        @Test
        void no_object_opens_the_JVM_to_a_script() {
            engine.put("object", new BitSet());
            engine.put("map", new HashMap<>());
            engine.put("list", new ArrayList<>());
            engine.put("array", new int[1]);
            engine.put("call", (Runnable) () -> {});
            engine.put("type", String.class);
            for (String name : List.of("object", "map", "list", "array", "call", "type")) {
                for (String member : List.of("getClass", "class", "forName", "size", "wait")) {
                    assertThat(run("local ok, member = pcall(function() return " + name + "." + member
                                    + " end) return not ok or member == nil"))
                            .as(name + "." + member)
                            .isEqualTo(true);
                }
                assertThat(run("return getmetatable(" + name + ") == nil")).isEqualTo(true);
            }
        }
    }

    /** Called by scripts. */
    @FunctionalInterface
    interface Greeting {
        String greet(String name, String... more);
    }

    private static final class Doubler implements Function<Integer, Integer>, Comparable<Doubler> {
        @Override
        public Integer apply(Integer n) {
            return 2 * n;
        }

        @Override
        public int compareTo(Doubler other) {
            return 0;
        }
    }

    @Nested
    class From_Lua {

        @Test
        void nil_is_null() throws ScriptException {
            assertThat(engine.eval("return nil")).isNull();
        }

        @Test
        void boolean_is_Boolean() {
            assertThat(run("return false")).isEqualTo(false);
        }

        @Test
        void a_whole_number_is_Integer_or_Long_and_any_other_is_Double() {
            assertThat(run("return 7.0")).isEqualTo(7);
            assertThat(run("return -2^31")).isEqualTo(Integer.MIN_VALUE);
            assertThat(run("return 2^31")).isEqualTo(1L << 31);
            assertThat(run("return -2^53")).isEqualTo(-(1L << 53));
            assertThat(run("return 2^54")).isEqualTo(0x1p54);
            assertThat(run("return 0.5")).isEqualTo(0.5);
            assertThat(run("return 1/0")).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(run("return -0")).isEqualTo(-0.0);
        }

        @Test
        void a_string_is_String_if_it_is_UTF_8_and_else_byte_array() {
            assertThat(run("return 'gr\u00fc\u00df \ud83d\ude00'")).isEqualTo("gr\u00fc\u00df \ud83d\ude00");
            assertThat(run("return '\\0'")).isEqualTo("\0");
            assertThat(run("return '\\255\\0'")).isEqualTo(new byte[] {-1, 0});
            assertThat(run("return '\\237\\160\\128'")).isInstanceOf(byte[].class);
        }

        @Test
        void a_table_is_a_live_Map() {
            LuaTableObject map = (LuaTableObject) run("t = {a = 1, [2] = 'two', [0.5] = true} return t");
            assertThat(map)
                    .isEqualTo(Map.of("a", 1, 2, "two", 0.5, true))
                    .hasSameHashCodeAs(Map.of("a", 1, 2, "two", 0.5, true));
            assertThat(map.get(2L)).isEqualTo(map.get(2.0)).isEqualTo("two");
            assertThat(map.put("b", "new")).isNull();
            assertThat(map.put("b", "newer")).isEqualTo("new");
            assertThat(map.remove("a")).isEqualTo(1);
            assertThat(run("return t.b .. tostring(t.a)")).isEqualTo("newernil");
            run("t.c = 3 return 1");
            assertThat(map).containsEntry("c", 3).hasSize(4).containsKey("c").doesNotContainKey("a");
            map.put("c", null);
            assertThat(map).doesNotContainKey("c");
            map.clear();
            assertThat(run("return next(t) == nil")).isEqualTo(true);
        }

        @Test
        void the_views_of_the_Map_are_live() {
            LuaTableObject map = (LuaTableObject) run("t = {a = 1, b = 2, c = 3} return t");
            map.keySet().remove("a");
            map.values().remove(2);
            map.entrySet().forEach(entry -> entry.setValue(30));
            assertThat(run("return tostring(t.a) .. tostring(t.b) .. t.c")).isEqualTo("nilnil30");
            Iterator<Object> names = map.keySet().iterator();
            assertThatThrownBy(names::remove).isInstanceOf(IllegalStateException.class);
            names.next();
            names.remove();
            assertThat(map).isEmpty();
        }

        @Test
        @SuppressWarnings("NullAway")
        void the_Map_refuses_keys_that_a_table_can_not_have() {
            LuaTableObject map = (LuaTableObject) run("return {}");
            assertThatNullPointerException().isThrownBy(() -> map.put(null, 1));
            assertThatNullPointerException().isThrownBy(() -> map.get(null));
            assertThatIllegalArgumentException().isThrownBy(() -> map.put(Double.NaN, 1));
        }

        @Test
        void the_Map_passes_metamethods_by() {
            LuaTableObject map = (LuaTableObject)
                    run("return setmetatable({}, {__index = function() error('no') end, __newindex = error})");
            assertThat(map.get("x")).isNull();
            map.put("x", 1);
            assertThat(map).containsEntry("x", 1);
        }

        @Test
        void a_table_that_contains_itself_can_be_shown() {
            assertThat(run("local t = {1} t.self = t return t")).hasToString("{1=1, self={...}}");
            assertThat(engine.getBindings(100).toString()).contains("_G={");
        }

        @Test
        void the_positions_of_a_table_are_a_live_List() {
            List<@Nullable Object> list = ((LuaTableObject) run("t = {'a', 'b', 'c', x = 1} return t")).asList();
            assertThat(list).containsExactly("a", "b", "c");
            list.add("d");
            list.add(0, "first");
            assertThat(list.remove(1)).isEqualTo("a");
            list.set(1, "B");
            assertThat(run("return table.concat(t, '-')")).isEqualTo("first-B-c-d");
            run("t[5] = 'e' return 1");
            assertThat(list).hasSize(5).endsWith("e");
            list.clear();
            assertThat(run("return #t")).isEqualTo(0);
        }

        @Test
        @SuppressWarnings("NullAway")
        void the_List_has_no_null_and_knows_its_bounds() {
            List<@Nullable Object> list = ((LuaTableObject) run("return {'a'}")).asList();
            assertThatNullPointerException().isThrownBy(() -> list.add(null));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.get(1));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.add(3, "x"));
        }

        @Test
        void a_function_can_be_called() throws ScriptException {
            LuaFunctionObject function = (LuaFunctionObject) run("return function(a, b) return a .. b, 'dropped' end");
            assertThat(function.call("x", 1)).isEqualTo("x1");
            assertThatThrownBy(() -> function.call("x"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessage("script:1: attempt to concatenate local 'b' (a nil value)");
        }

        @Test
        @SuppressWarnings("unchecked")
        void a_function_becomes_any_functional_interface() throws Exception {
            LuaFunctionObject function = (LuaFunctionObject) run("return function(...) return select('#', ...) end");
            assertThat(function.as(Supplier.class).get()).isEqualTo(0);
            assertThat(function.as(Callable.class).call()).isEqualTo(0);
            assertThat(function.as(BiFunction.class).apply(1, 2)).isEqualTo(2);
            assertThat(function.as(Predicate.class).negate().test(1)).isFalse();
            assertThat(function.as(IntBinaryOperator.class).applyAsInt(1, 2)).isEqualTo(2);
            assertThat(function.as(Greeting.class)).isInstanceOf(Greeting.class);
            function.as(Runnable.class).run();
            assertThatIllegalArgumentException().isThrownBy(() -> function.as(List.class));
        }

        @Test
        void a_coroutine_and_a_userdata_of_a_script_are_handles() {
            Object routine = run("co = coroutine.create(print) return co");
            Object proxy = run("p = newproxy(true) return p");
            engine.put("r", routine);
            engine.put("q", proxy);
            assertThat(run("return r == co and q == p and type(r) == 'thread'")).isEqualTo(true);
        }
    }

    @Nested
    class There_and_back {

        @Test
        void a_table_is_the_same_table() {
            engine.put("back", run("t = {} return t"));
            engine.put("list", ((LuaTableObject) run("return t")).asList());
            assertThat(run("return back == t and rawequal(back, t) and list == t"))
                    .isEqualTo(true);
        }

        @Test
        void a_function_is_the_same_function() {
            LuaFunctionObject function = (LuaFunctionObject) run("f = function() end return f");
            engine.put("back", function);
            engine.put("interface", function.as(Runnable.class));
            assertThat(run("return back == f and interface == f")).isEqualTo(true);
            assertThat(function).isEqualTo(run("return f")).hasSameHashCodeAs(run("return f"));
        }

        @Test
        void a_table_that_implements_an_interface_is_the_same_table() {
            Object table = run("t = {run = function() end} return t");
            engine.put("back", ((Invocable) engine).getInterface(table, Runnable.class));
            assertThat(run("return back == t")).isEqualTo(true);
        }

        @Test
        void an_object_of_Java_is_the_same_object() {
            for (Object object : List.of(
                    new BitSet(),
                    new HashMap<>(),
                    new ArrayList<>(),
                    new int[1],
                    new String[1],
                    (Runnable) () -> {},
                    new Doubler(),
                    Thread.State.NEW)) {
                engine.put("v", object);
                engine.put("w", object);
                assertThat(run("return v")).isSameAs(object);
                assertThat(run("return v == w and rawequal(v, w) and ({[v] = true})[w]"))
                        .isEqualTo(true);
            }
        }

        @Test
        void what_another_engine_has_given_is_an_object_of_Java() throws ScriptException {
            ScriptEngine other = new ScriptEngineManager().getEngineByName("lua-websocket");
            engine.put("t", other.eval("t = {x = 1} return t"));
            engine.put("f", other.eval("y = 'theirs' return function() return y end"));
            assertThat(run("t.z = 2 return t.x .. f() .. tostring(y)")).isEqualTo("1theirsnil");
            assertThat(other.eval("return t.z")).isEqualTo(2);
            assertThat(run("return rawset(t, 'own', function() end) and true")).isEqualTo(true);
        }
    }

    @Nested
    class With_luajava {

        private final ScriptEngine open =
                new LuaScriptEngineFactory().withLuajava().getScriptEngine();

        @Test
        void methods_of_a_bound_object_take_functions_as_functional_interfaces() throws ScriptException {
            open.put("bus", new Bus());
            assertThat(open.eval("return bus:each(function(n) return n * 2 end)"))
                    .isEqualTo(12);
            assertThat(open.eval("return bus:total({1, 2, 3}) + bus:keys({a = 1, b = 2}) + bus:count({5, 6})"))
                    .isEqualTo(10);
        }

        @Test
        void methods_are_chosen_by_what_fits() throws ScriptException {
            open.put("bus", new Bus());
            assertThat(open.eval("return bus:kind('x') .. bus:kind(1) .. bus:kind(1, 2) .. bus.label"))
                    .isEqualTo("textnumberanylabel");
            assertThatThrownBy(() -> open.eval("bus:kind({}, {}, {})"))
                    .hasMessageContaining("'kind' of a Java object takes no 3 arguments");
            assertThatThrownBy(() -> open.eval("bus:total('x')"))
                    .hasMessageContaining("the script gives a string where Java expects");
        }

        @Test
        void objects_of_classes_that_are_not_public_have_the_methods_of_their_public_types() throws ScriptException {
            open.put("set", Collections.unmodifiableSet(new java.util.TreeSet<>(Arrays.asList(3, 4))));
            assertThat(open.eval("return set:size() + (set:contains(3) and 10 or 0)"))
                    .isEqualTo(12);
        }
    }

    /** Bound to scripts that may use all of Java. */
    public static final class Bus {

        public final String label = "label";

        public int each(IntBinaryOperator unused) {
            return unused.applyAsInt(6, 0);
        }

        public int total(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).sum();
        }

        public int keys(Map<String, Object> map) {
            return map.size();
        }

        public int count(int[] numbers) {
            return numbers.length;
        }

        public String kind(int number) {
            return "number";
        }

        public String kind(String text) {
            return "text";
        }

        public String kind(Object one, Object other) {
            return "any";
        }
    }
}
