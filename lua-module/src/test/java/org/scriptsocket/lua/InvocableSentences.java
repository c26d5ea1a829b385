package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

abstract class InvocableSentences extends EngineSource.Sentences {

    InvocableSentences(EngineSource source) {
        super(source);
    }

    @Nested
    class invokeMethod {

        private Object account() throws ScriptException {
            return run("""
                    local Account = {}
                    Account.__index = Account
                    function Account:pay(sum, ...) self.balance = self.balance + sum return self.balance, select('#', ...) end
                    function Account.fail() error("no") end
                    return setmetatable({balance = 1}, Account)
                    """);
        }

        @Test
        void calls_the_named_method_through_the_instance() throws Exception {
            Object account = account();
            assertThat(invocable.invokeMethod(account, "pay", 4)).isEqualTo(5);
            assertThat(invocable.invokeMethod(account, "pay", 1.5)).isEqualTo(6.5);
        }

        @Test
        void throws_ScriptException_if_an_error_occurs_during_invocation() throws ScriptException {
            Object account = account();
            assertThatThrownBy(() -> invocable.invokeMethod(account, "fail"))
                    .isInstanceOfSatisfying(
                            ScriptException.class,
                            e -> assertThat(e.getLineNumber()).isEqualTo(4))
                    .hasMessage("script:4: no");
        }

        @Test
        void throws_ScriptException_if_the_look_up_fails() throws ScriptException {
            Object strict = run("return setmetatable({}, {__index = function() error('strict') end})");
            assertThatThrownBy(() -> invocable.invokeMethod(strict, "x"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("strict");
        }

        @Test
        void throws_NoSuchMethodException_if_method_with_given_name_cannot_be_found() throws ScriptException {
            Object account = account();
            assertThatThrownBy(() -> invocable.invokeMethod(account, "nothing"))
                    .isInstanceOf(NoSuchMethodException.class)
                    .hasMessage("The script has no function 'nothing'");
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_the_method_name_is_null() throws ScriptException {
            Object account = account();
            assertThatNullPointerException().isThrownBy(() -> invocable.invokeMethod(account, null));
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_IllegalArgumentException_if_the_specified_thiz_is_null() {
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.invokeMethod(null, "x"));
        }

        @Test
        void throws_IllegalArgumentException_if_thiz_does_not_represent_a_scripting_object() throws ScriptException {
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.invokeMethod(new Object(), "x"));
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.invokeMethod("text", "upper"));
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.invokeMethod(Map.of(), "x"));
            Object others = manager.getEngineByName("lua-websocket").eval("return {}");
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.invokeMethod(others, "x"));
        }
    }

    private Object run(String script) throws ScriptException {
        Object result = engine.eval(script);
        if (result == null) {
            throw new AssertionError("nothing came back");
        }
        return result;
    }

    @Nested
    class invokeFunction {

        @Test
        void calls_top_level_functions_defined_in_scripts() throws Exception {
            engine.eval("function add(a, b) return a + b end function nothing() end");
            assertThat(invocable.invokeFunction("add", 2, 3)).isEqualTo(5);
            assertThat(invocable.invokeFunction("nothing")).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void takes_nulls_as_arguments_and_null_for_none() throws Exception {
            engine.eval("function count(...) return select('#', ...) end");
            assertThat(invocable.invokeFunction("count", null, 1, null)).isEqualTo(3);
            assertThat(invocable.invokeFunction("count", (Object[]) null)).isEqualTo(0);
        }

        @Test
        void finds_those_of_the_engine_scope_as_it_is_now() throws Exception {
            Bindings own = engine.getBindings(ScriptContext.ENGINE_SCOPE);
            engine.eval("function f() return 'old' end");
            engine.setBindings(new SimpleBindings(), ScriptContext.ENGINE_SCOPE);
            assertThatThrownBy(() -> invocable.invokeFunction("f")).isInstanceOf(NoSuchMethodException.class);
            engine.eval("function f() return 'new' end");
            assertThat(invocable.invokeFunction("f")).isEqualTo("new");
            engine.setBindings(own, ScriptContext.ENGINE_SCOPE);
            assertThat(invocable.invokeFunction("f")).isEqualTo("old");
        }

        @Test
        void throws_ScriptException_if_an_error_occurs_during_invocation() throws ScriptException {
            engine.eval("function fail()\nerror('no') end");
            assertThatThrownBy(() -> invocable.invokeFunction("fail"))
                    .isInstanceOfSatisfying(ScriptException.class, e -> {
                        assertThat(e.getFileName()).isEqualTo("script");
                        assertThat(e.getLineNumber()).isEqualTo(2);
                        assertThat(e).hasCauseInstanceOf(RuntimeException.class);
                    });
        }

        @Test
        void throws_NoSuchMethodException_if_method_with_given_name_cannot_be_found() {
            assertThatThrownBy(() -> invocable.invokeFunction("nothing")).isInstanceOf(NoSuchMethodException.class);
            assertThatThrownBy(() -> invocable.invokeFunction("_VERSION")).isInstanceOf(NoSuchMethodException.class);
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_method_name_is_null() {
            assertThatNullPointerException().isThrownBy(() -> invocable.invokeFunction(null));
        }
    }

    /** Implemented by scripts. */
    public interface Shape {
        double area(int width, int height);

        String name();

        default String describe() {
            return name() + " of " + area(2, 3);
        }

        static String kind() {
            return "static";
        }

        @Override
        String toString();
    }

    /** Not public, and with default methods. */
    interface Hidden {
        int twice(int n);

        default int fourTimes(int n) {
            return twice(twice(n));
        }
    }

    /** One method for each primitive. */
    public interface Primitives {
        byte b();

        short s();

        int i();

        long l();

        float f();

        double d();

        boolean z();

        char c();

        void v();
    }

    /** With exceptions of its own. */
    public interface Loader {
        String load(String name) throws IOException;

        String check(String name) throws ScriptException;

        String plain(String name);
    }

    /** With variable arguments. */
    public interface Format {
        String format(String pattern, Object... arguments);

        int sum(int... numbers);
    }

    @Nested
    class getInterface {

        @Test
        void returns_an_implementation_using_functions_compiled_in_the_interpreter() throws ScriptException {
            engine.eval("function area(w, h) return w * h + 0.5 end function name() return 'box' end");
            Shape shape = implemented(Shape.class);
            assertThat(shape.area(2, 3)).isEqualTo(6.5);
            assertThat(shape.name()).isEqualTo("box");
        }

        @Test
        void follows_the_script_that_defines_a_function_anew() throws ScriptException {
            engine.eval("function call() return 1 end");
            Callable<?> callable = implemented(Callable.class);
            engine.eval("function call() return 2 end");
            assertThat(callable).returns(2, each -> {
                try {
                    return each.call();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
        }

        @Test
        void leaves_default_methods_to_the_interface_unless_the_script_has_them() throws ScriptException {
            engine.eval("function area(w, h) return w * h end function name() return 'box' end");
            Shape shape = implemented(Shape.class);
            assertThat(shape.describe()).isEqualTo("box of 6.0");
            engine.eval("function describe() return 'mine' end");
            assertThat(shape.describe()).isEqualTo("mine");
        }

        @Test
        void gives_the_methods_of_Object_to_the_object_itself() throws ScriptException {
            engine.eval("function run() end function equals() return true end function hashCode() return 1 end");
            Runnable one = implemented(Runnable.class);
            Runnable other = implemented(Runnable.class);
            assertThat(one).isNotEqualTo(other);
            assertThat(Set.of(one, other)).hasSize(2).contains(one, other);
            assertThat(one.toString()).isEqualTo("a script's Runnable");
        }

        @Test
        void implements_interfaces_that_name_methods_of_Object() throws ScriptException {
            engine.eval("function compare(a, b) return b - a end");
            @SuppressWarnings("unchecked")
            Comparator<Integer> downwards = implemented(Comparator.class);
            assertThat(Stream.of(1, 3, 2).sorted(downwards)).containsExactly(3, 2, 1);
        }

        @Test
        void implements_interfaces_that_are_not_public() throws ScriptException {
            engine.eval("function twice(n) return n * 2 end");
            assertThat(implemented(Hidden.class).fourTimes(3)).isEqualTo(12);
        }

        @Test
        void implements_interfaces_of_other_class_loaders() throws Exception {
            Class<?> foreign = new ForeignClasses().loadClass(ForeignClasses.SHAPE);
            assertThat(foreign.getClassLoader()).isNotSameAs(getClass().getClassLoader());
            engine.eval("function area(w, h) return w * h end function name() return 'far' end");
            Object shape = invocable.getInterface(foreign);
            assertThat(foreign.getMethod("name").invoke(shape)).isEqualTo("far");
            assertThat(foreign.getMethod("describe").invoke(shape)).isEqualTo("far of 6.0");
        }

        @Test
        void fits_what_functions_return_to_primitives() throws ScriptException {
            engine.eval("""
                    function b() return -128 end function s() return 300 end function i() return 2^31 - 1 end
                    function l() return 2^53 end function f() return 0.5 end function d() return 7 end
                    function z() return 'truthy' end function c() return 'x' end function v() return 'dropped' end
                    """);
            Primitives primitives = implemented(Primitives.class);
            assertThat(primitives.b()).isEqualTo((byte) -128);
            assertThat(primitives.s()).isEqualTo((short) 300);
            assertThat(primitives.i()).isEqualTo(Integer.MAX_VALUE);
            assertThat(primitives.l()).isEqualTo(1L << 53);
            assertThat(primitives.f()).isEqualTo(0.5f);
            assertThat(primitives.d()).isEqualTo(7);
            assertThat(primitives.z()).isTrue();
            assertThat(primitives.c()).isEqualTo('x');
            primitives.v();
        }

        @Test
        void refuses_what_does_not_fit_rather_than_change_it() throws ScriptException {
            engine.eval("""
                    function b() return 128 end function s() return 0.5 end function i() return nil end
                    function l() return 2^64 end function f() return 'x' end function d() return {} end
                    function z() end function c() return 'xy' end function v() end
                    """);
            Primitives primitives = implemented(Primitives.class);
            assertThatThrownBy(primitives::b)
                    .isInstanceOf(ClassCastException.class)
                    .hasMessage("the script gives the value 128 where Java expects a whole number in its range");
            assertThatThrownBy(primitives::s).isInstanceOf(ClassCastException.class);
            assertThatThrownBy(primitives::i)
                    .hasMessage("the script gives nil where Java expects a whole number in its range");
            assertThatThrownBy(primitives::l).isInstanceOf(ClassCastException.class);
            assertThatThrownBy(primitives::f).hasMessage("the script gives a string where Java expects a number");
            assertThatThrownBy(primitives::d).isInstanceOf(ClassCastException.class);
            assertThat(primitives.z()).isFalse();
            assertThatThrownBy(primitives::c).isInstanceOf(ClassCastException.class);
        }

        @Test
        void spreads_variable_arguments() throws ScriptException {
            engine.eval("""
                    function format(...) return string.format(...) end
                    function sum(...) local all = 0 for _, n in ipairs({...}) do all = all + n end return all end
                    """);
            Format format = implemented(Format.class);
            assertThat(format.format("%d %s", 1, "a")).isEqualTo("1 a");
            assertThat(format.format("none")).isEqualTo("none");
            assertThat(format.sum(1, 2, 3)).isEqualTo(6);
        }

        @Test
        void throws_checked_exceptions_that_the_method_declares() throws ScriptException {
            IOException thrown = new IOException("no disk");
            engine.put("read", (Callable<Object>) () -> {
                throw thrown;
            });
            engine.eval("function load() return read() end check = load plain = load");
            Loader loader = implemented(Loader.class);
            assertThatThrownBy(() -> loader.load("x")).isSameAs(thrown);
            assertThatThrownBy(() -> loader.check("x"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessage("script:1: no disk");
            assertThatThrownBy(() -> loader.plain("x"))
                    .isInstanceOf(UncheckedScriptException.class)
                    .hasMessage("script:1: no disk")
                    .hasCauseInstanceOf(ScriptException.class);
        }

        @Test
        void returns_null_if_compiled_functions_matching_the_interface_cannot_be_found() throws ScriptException {
            engine.eval("function area() end");
            @Nullable Shape missing = invocable.getInterface(Shape.class);
            assertThat(missing).isNull();
        }

        @Test
        void tells_a_caller_that_a_function_is_gone() throws ScriptException {
            engine.eval("function run() end");
            Runnable run = implemented(Runnable.class);
            engine.eval("run = nil");
            assertThatThrownBy(run::run)
                    .isInstanceOf(UncheckedScriptException.class)
                    .hasMessage("the script has no function 'run' any more");
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_IllegalArgumentException_if_the_Class_is_null_or_is_not_an_interface() {
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(null));
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(String.class));
        }
    }

    private <T> T implemented(Class<T> type) {
        T implementation = invocable.getInterface(type);
        if (implementation == null) {
            throw new AssertionError("the script does not implement it");
        }
        return implementation;
    }

    @Nested
    class getInterface_of_an_object {

        @Test
        void returns_an_implementation_using_member_functions_of_a_scripting_object() throws ScriptException {
            Object box = run("""
                    local Box = {name = function(self) return self.label end}
                    return setmetatable({label = 'box', area = function(self, w, h) return w * h end}, {__index = Box})
                    """);
            Shape shape = invocable.getInterface(box, Shape.class);
            assertThat(shape.describe()).isEqualTo("box of 6.0");
        }

        @Test
        void turns_a_function_into_a_functional_interface() throws ScriptException {
            Object function = run("return function(n) return n + 1 end");
            @SuppressWarnings("unchecked")
            Function<Object, Object> increment = invocable.getInterface(function, Function.class);
            assertThat(increment.andThen(increment).apply(1)).isEqualTo(3);
            @Nullable Shape shape = invocable.getInterface(function, Shape.class);
            assertThat(shape).isNull();
        }

        @Test
        void returns_null_if_methods_matching_the_interface_cannot_be_found() throws ScriptException {
            @Nullable Shape missing = invocable.getInterface(run("return {name = function() end}"), Shape.class);
            assertThat(missing).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_IllegalArgumentException_if_the_Class_is_null_or_is_not_an_interface() throws ScriptException {
            Object table = run("return {}");
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(table, null));
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(table, String.class));
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_IllegalArgumentException_if_the_Object_is_null_or_no_scripting_object() {
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(null, Runnable.class));
            assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface("text", Runnable.class));
        }
    }
}
