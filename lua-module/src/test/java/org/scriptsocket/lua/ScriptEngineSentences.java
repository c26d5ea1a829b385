package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

abstract class ScriptEngineSentences extends EngineSource.Sentences {

    private final ScriptContext context = new SimpleScriptContext();
    private final Bindings bindings = new SimpleBindings();

    ScriptEngineSentences(EngineSource source) {
        super(source);
    }

    @Nested
    class the_reserved_keys {

        @Test
        void ARGV_passes_an_array_of_positional_arguments_to_a_script() throws ScriptException {
            engine.put(ScriptEngine.ARGV, new Object[] {"a", 2});
            assertThat(engine.eval("local a, b = ... return a .. b .. select('#', ...)"))
                    .isEqualTo("a22");
            engine.put(ScriptEngine.ARGV, List.of("list"));
            assertThat(engine.eval("return ...")).isEqualTo("list");
            assertThat(compilable.compile("return ...").eval()).isEqualTo("list");
            engine.put(ScriptEngine.ARGV, null);
            assertThat(engine.eval("return select('#', ...)")).isEqualTo(0);
        }

        @Test
        void FILENAME_is_the_name_of_the_file_being_executed() {
            engine.put(ScriptEngine.FILENAME, "scripts/game.lua");
            assertThatThrownBy(() -> engine.eval("\nerror('no')"))
                    .isInstanceOfSatisfying(
                            ScriptException.class,
                            e -> assertThat(e.getFileName()).isEqualTo("scripts/game.lua"))
                    .hasMessage("scripts/game.lua:2: no");
        }

        @Test
        void FILENAME_may_stand_in_any_scope_of_the_context() {
            context.setAttribute(ScriptEngine.FILENAME, "other.lua", ScriptContext.ENGINE_SCOPE);
            assertThatThrownBy(() -> engine.eval("error('no')", context)).hasMessage("other.lua:1: no");
            manager.put(ScriptEngine.FILENAME, "all.lua");
            assertThatThrownBy(() -> engine.eval("error('no')")).hasMessage("all.lua:1: no");
        }

        @Test
        void ENGINE_and_ENGINE_VERSION_are_the_name_and_version_of_the_implementation() {
            assertThat(engine.get(ScriptEngine.ENGINE))
                    .isEqualTo(engine.getFactory().getEngineName());
            assertThat(engine.get(ScriptEngine.ENGINE_VERSION))
                    .isEqualTo(engine.getFactory().getEngineVersion());
        }

        @Test
        void NAME_is_the_short_name_that_getEngineByName_takes() {
            String name = (String) engine.get(ScriptEngine.NAME);
            assertThat(manager.getEngineByName(name).getFactory().getNames()).contains(name);
        }

        @Test
        void LANGUAGE_and_LANGUAGE_VERSION_are_those_of_the_language() throws ScriptException {
            assertThat(engine.eval("return _VERSION"))
                    .isEqualTo(engine.get(ScriptEngine.LANGUAGE) + " " + engine.get(ScriptEngine.LANGUAGE_VERSION));
        }

        @Test
        void are_no_variables_of_scripts() throws ScriptException {
            engine.put(ScriptEngine.FILENAME, "a.lua");
            assertThat(engine.eval("return _G['javax.script.filename']")).isNull();
        }
    }

    @Nested
    class eval_with_a_context {

        @Test
        void causes_the_immediate_execution_of_the_script() throws ScriptException {
            assertThat(engine.eval("return 1 + 1", context)).isEqualTo(2);
            assertThat(engine.eval(new StringReader("return 1 + 1"), context)).isEqualTo(2);
        }

        @Test
        void finds_the_bindings_of_the_ENGINE_SCOPE_and_behind_them_those_of_the_GLOBAL_SCOPE() throws ScriptException {
            Bindings global = new SimpleBindings();
            context.setBindings(global, ScriptContext.GLOBAL_SCOPE);
            global.put("x", "global");
            assertThat(engine.eval("return x", context)).isEqualTo("global");
            context.setAttribute("x", "engine", ScriptContext.ENGINE_SCOPE);
            assertThat(engine.eval("return x", context)).isEqualTo("engine");
            engine.eval("x = 'new'", context);
            assertThat(context.getAttribute("x", ScriptContext.ENGINE_SCOPE)).isEqualTo("new");
            assertThat(global).containsEntry("x", "global");
            engine.eval("x = nil", context);
            assertThat(engine.eval("return x", context)).isEqualTo("global");
        }

        @Test
        void sees_and_shows_changes_at_once() throws ScriptException {
            Bindings own = context.getBindings(ScriptContext.ENGINE_SCOPE);
            own.put("look", (Callable<Object>) () -> {
                Object seen = own.get("x");
                own.put("x", "from Java");
                return seen;
            });
            assertThat(engine.eval("x = 'from Lua' return look() .. ', ' .. x", context))
                    .isEqualTo("from Lua, from Java");
        }

        @Test
        void uses_the_readers_and_writers_of_the_context() throws ScriptException {
            StringWriter out = new StringWriter();
            StringWriter error = new StringWriter();
            context.setWriter(out);
            context.setErrorWriter(error);
            context.setReader(new StringReader("line\n"));
            engine.eval("print(io.read()) io.write('w') io.stderr:write('e')", context);
            assertThat(out).hasToString("line\nw");
            assertThat(error).hasToString("e");
        }

        @Test
        void throws_ScriptException_if_an_error_occurs_in_script() {
            assertThatThrownBy(() -> engine.eval("\nlocal x = nil + 1", context))
                    .isInstanceOfSatisfying(ScriptException.class, e -> {
                        assertThat(e.getFileName()).isEqualTo("script");
                        assertThat(e.getLineNumber()).isEqualTo(2);
                        assertThat(e.getColumnNumber()).isEqualTo(-1);
                        assertThat(e).hasMessage("script:2: attempt to perform arithmetic on a nil value");
                    });
        }

        @Test
        void wraps_exceptions_of_the_host_as_causes() {
            IOException thrown = new IOException("no disk");
            context.setAttribute(
                    "read",
                    (Callable<Object>) () -> {
                        throw thrown;
                    },
                    ScriptContext.ENGINE_SCOPE);
            assertThatThrownBy(() -> engine.eval("read()", context))
                    .isInstanceOf(ScriptException.class)
                    .hasMessage("script:1: no disk")
                    .hasRootCause(thrown);
        }

        @Test
        void throws_ScriptException_if_the_Reader_fails() {
            Reader failing = new StringReader("") {
                @Override
                public int read(char[] into, int offset, int length) throws IOException {
                    throw new IOException("no disk");
                }
            };
            assertThatThrownBy(() -> engine.eval(failing, context))
                    .isInstanceOf(ScriptException.class)
                    .hasRootCauseMessage("no disk");
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_either_argument_is_null() {
            assertThatNullPointerException().isThrownBy(() -> engine.eval((String) null, context));
            assertThatNullPointerException().isThrownBy(() -> engine.eval((Reader) null, context));
            assertThatNullPointerException().isThrownBy(() -> engine.eval("return 1", (ScriptContext) null));
            assertThatNullPointerException()
                    .isThrownBy(() -> engine.eval(new StringReader("return 1"), (ScriptContext) null));
        }
    }

    @Nested
    class eval {

        @Test
        void uses_the_default_ScriptContext() throws ScriptException {
            engine.setContext(context);
            context.setAttribute("x", 7, ScriptContext.ENGINE_SCOPE);
            assertThat(engine.eval("y = x return y")).isEqualTo(7);
            assertThat(context.getAttribute("y")).isEqualTo(7);
            assertThat(engine.eval(new StringReader("return y"))).isEqualTo(7);
        }

        @Test
        void may_see_the_state_left_from_previous_executions() throws ScriptException {
            engine.eval("function double(n) return n * 2 end n = 4");
            assertThat(engine.eval("return double(n)")).isEqualTo(8);
        }

        @Test
        void returns_the_value_returned_by_the_script() throws ScriptException {
            assertThat(engine.eval("return 'a', 'b'")).isEqualTo("a");
            assertThat(engine.eval("x = 1")).isNull();
        }

        @Test
        void throws_ScriptException_if_an_error_occurs_in_script() {
            assertThatThrownBy(() -> engine.eval("x = = 1")).isInstanceOf(ScriptException.class);
            assertThatThrownBy(() -> engine.eval("error({})")).isInstanceOf(ScriptException.class);
            assertThatThrownBy(() -> engine.eval(new StringReader("error()"))).isInstanceOf(ScriptException.class);
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_the_argument_is_null() {
            assertThatNullPointerException().isThrownBy(() -> engine.eval((String) null));
            assertThatNullPointerException().isThrownBy(() -> engine.eval((Reader) null));
        }
    }

    @Nested
    class eval_with_Bindings {

        @Test
        void uses_the_Bindings_as_the_ENGINE_SCOPE_during_the_execution() throws ScriptException {
            bindings.put("x", 20);
            assertThat(engine.eval("y = x + 1 return y", bindings)).isEqualTo(21);
            assertThat(engine.eval(new StringReader("return y"), bindings)).isEqualTo(21);
            assertThat(bindings).containsOnly(Map.entry("x", 20), Map.entry("y", 21));
        }

        @Test
        void uses_Reader_Writer_and_GLOBAL_SCOPE_of_the_default_context() throws ScriptException {
            StringWriter out = new StringWriter();
            engine.getContext().setWriter(out);
            engine.getContext().setReader(new StringReader("line\n"));
            manager.put("shared", "all");
            engine.eval("print(io.read(), shared)", bindings);
            assertThat(out).hasToString("line\tall\n");
        }

        @Test
        void uses_every_other_scope_of_the_default_context() throws ScriptException {
            ThreeScopes three = new ThreeScopes();
            three.middle.put("x", "middle");
            three.middle.put(ScriptEngine.FILENAME, "middle.lua");
            engine.setContext(three);
            assertThat(engine.eval("return x", bindings)).isEqualTo("middle");
            assertThatThrownBy(() -> engine.eval("error('no')", bindings)).hasMessage("middle.lua:1: no");
        }

        @Test
        void leaves_the_ENGINE_SCOPE_of_the_engine_as_it_is() throws ScriptException {
            engine.put("x", 1);
            Bindings own = engine.getBindings(ScriptContext.ENGINE_SCOPE);
            var before = List.copyOf(own.keySet());
            engine.eval("""
                    x, y = 2, 3
                    _G.z = 4
                    load('l = 5')()
                    setfenv(0, _G)
                    loadstring('s = 6')()
                    coroutine.wrap(function() loadstring('c = 7')() rawset(_G, 'r', 8) end)()
                    module('m', package.seeall)
                    """, bindings);
            assertThat(engine.getBindings(ScriptContext.ENGINE_SCOPE)).isSameAs(own);
            assertThat(own.keySet()).containsExactlyInAnyOrderElementsOf(before);
            assertThat(own.get("x")).isEqualTo(1);
            assertThat(bindings).containsKeys("x", "y", "z", "l", "s", "c", "r", "m");
        }

        @Test
        void does_not_show_the_variables_of_the_engine() throws ScriptException {
            engine.eval("secret = 1 print_ = print print = nil");
            assertThat(engine.eval("return secret == nil and print ~= nil and _G.secret == nil", bindings))
                    .isEqualTo(true);
        }

        @Test
        void throws_ScriptException_if_an_error_occurs_in_script() {
            assertThatThrownBy(() -> engine.eval("error('no')", bindings)).isInstanceOf(ScriptException.class);
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_either_argument_is_null() {
            assertThatNullPointerException().isThrownBy(() -> engine.eval((String) null, bindings));
            assertThatNullPointerException().isThrownBy(() -> engine.eval((Reader) null, bindings));
            assertThatNullPointerException().isThrownBy(() -> engine.eval("return 1", (Bindings) null));
            assertThatNullPointerException()
                    .isThrownBy(() -> engine.eval(new StringReader("return 1"), (Bindings) null));
        }
    }

    @Nested
    class put {

        @Test
        void has_the_same_effect_as_put_of_the_ENGINE_SCOPE() throws ScriptException {
            engine.put("x", 5);
            assertThat(engine.getBindings(ScriptContext.ENGINE_SCOPE)).containsEntry("x", 5);
            assertThat(engine.eval("return x")).isEqualTo(5);
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_key_is_null() {
            assertThatNullPointerException().isThrownBy(() -> engine.put(null, 1));
        }

        @Test
        void throws_IllegalArgumentException_if_key_is_empty() {
            assertThatIllegalArgumentException().isThrownBy(() -> engine.put("", 1));
        }
    }

    @Nested
    class get {

        @Test
        void has_the_same_effect_as_get_of_the_ENGINE_SCOPE() throws ScriptException {
            engine.eval("x = 5");
            assertThat(engine.get("x")).isEqualTo(5);
            manager.put("shared", 1);
            assertThat(engine.get("shared")).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_key_is_null() {
            assertThatNullPointerException().isThrownBy(() -> engine.get(null));
        }

        @Test
        void throws_IllegalArgumentException_if_key_is_empty() {
            assertThatIllegalArgumentException().isThrownBy(() -> engine.get(""));
        }
    }

    @Nested
    class getBindings {

        @Test
        void gives_the_GLOBAL_SCOPE_that_the_manager_has_set() {
            assertThat(engine.getBindings(ScriptContext.GLOBAL_SCOPE)).isSameAs(manager.getBindings());
        }

        @Test
        void may_give_null_if_no_global_scope_is_associated() {
            ScriptEngine alone = new LuaScriptEngineFactory().getScriptEngine();
            assertThat(alone.getBindings(ScriptContext.GLOBAL_SCOPE)).isNull();
        }

        @Test
        void gives_instances_identical_to_those_of_the_default_context() {
            for (int scope : engine.getContext().getScopes()) {
                assertThat(engine.getBindings(scope))
                        .isSameAs(engine.getContext().getBindings(scope));
            }
        }

        @Test
        void gives_any_other_scope_that_the_default_context_defines() {
            ThreeScopes three = new ThreeScopes();
            engine.setContext(three);
            assertThat(engine.getBindings(ThreeScopes.MIDDLE)).isSameAs(three.middle);
        }

        @Test
        void throws_IllegalArgumentException_if_specified_scope_is_invalid() {
            assertThatIllegalArgumentException().isThrownBy(() -> engine.getBindings(7));
        }
    }

    @Nested
    class setBindings {

        @Test
        void replaces_the_engine_scope_of_the_ScriptEngine() throws Exception {
            engine.eval("x = 'old' function old() return x end");
            LuaFunctionObject old = (LuaFunctionObject) engine.get("old");
            bindings.put("x", "new");
            engine.setBindings(bindings, ScriptContext.ENGINE_SCOPE);
            assertThat(engine.get("x")).isEqualTo("new");
            assertThat(engine.eval("function get() return x end return old == nil and x"))
                    .isEqualTo("new");
            assertThat(invocable.invokeFunction("get")).isEqualTo("new");
            assertThat(old.call()).isEqualTo("old");
        }

        @Test
        void makes_Bindings_visible_as_the_GLOBAL_SCOPE() throws ScriptException {
            engine.eval("function get() return x end");
            bindings.put("x", 1);
            engine.setBindings(bindings, ScriptContext.GLOBAL_SCOPE);
            assertThat(engine.eval("return x + get()")).isEqualTo(2);
            engine.setBindings(new SimpleBindings(), ScriptContext.GLOBAL_SCOPE);
            assertThat(engine.eval("return x or get()")).isNull();
        }

        @Test
        void has_the_same_effect_as_setBindings_of_the_default_context() throws ScriptException {
            ThreeScopes three = new ThreeScopes();
            engine.setContext(three);
            engine.setBindings(bindings, ThreeScopes.MIDDLE);
            bindings.put("x", "middle");
            three.setBindings(new SimpleBindings(Map.of("x", "global", "y", "global")), ScriptContext.GLOBAL_SCOPE);
            assertThat(three.middle).isSameAs(bindings);
            assertThat(engine.eval("return x .. ' ' .. y")).isEqualTo("middle global");
        }

        @Test
        void can_bring_the_engines_own_scope_back() throws ScriptException {
            engine.eval("x = 1");
            Bindings own = engine.getBindings(ScriptContext.ENGINE_SCOPE);
            engine.setBindings(bindings, ScriptContext.ENGINE_SCOPE);
            engine.setBindings(own, ScriptContext.ENGINE_SCOPE);
            assertThat(engine.eval("return x")).isEqualTo(1);
        }

        @Test
        void throws_IllegalArgumentException_if_the_scope_is_invalid() {
            assertThatIllegalArgumentException().isThrownBy(() -> engine.setBindings(bindings, 7));
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_the_bindings_is_null_and_the_scope_is_ENGINE_SCOPE() {
            assertThatNullPointerException().isThrownBy(() -> engine.setBindings(null, ScriptContext.ENGINE_SCOPE));
        }
    }

    @Nested
    class createBindings {

        @Test
        void returns_an_uninitialized_Bindings_that_can_replace_the_state_of_the_engine() throws ScriptException {
            engine.put("x", 1);
            Bindings created = engine.createBindings();
            assertThat(created).isEmpty();
            engine.setBindings(created, ScriptContext.ENGINE_SCOPE);
            assertThat(engine.eval("y = 2 return x")).isNull();
            assertThat(created).containsExactly(Map.entry("y", 2));
        }
    }

    @Nested
    class the_default_context {

        @Test
        void is_used_when_no_ScriptContext_is_specified() throws ScriptException {
            StringWriter first = new StringWriter();
            StringWriter second = new StringWriter();
            engine.getContext().setWriter(first);
            engine.eval("print(1)");
            engine.getContext().setWriter(second);
            engine.eval("print(2)");
            assertThat(first).hasToString("1\n");
            assertThat(second).hasToString("2\n");
        }

        @Test
        void is_replaced_by_setContext() throws ScriptException {
            engine.setContext(context);
            assertThat(engine.getContext()).isSameAs(context);
            engine.eval("x = 1");
            assertThat(context.getAttribute("x")).isEqualTo(1);
        }

        @Test
        @SuppressWarnings("NullAway")
        void can_not_be_null() {
            assertThatNullPointerException().isThrownBy(() -> engine.setContext(null));
        }
    }

    @Nested
    class getFactory {

        @Test
        void returns_the_factory_for_the_class_to_which_this_engine_belongs() {
            ScriptEngineFactory factory = engine.getFactory();
            assertThat(factory).isInstanceOf(LuaScriptEngineFactory.class);
            assertThat(factory.getScriptEngine()).hasSameClassAs(engine);
        }
    }
}
