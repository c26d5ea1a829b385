package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import javax.script.ScriptContext;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a context promises, as far as the engine has to keep it. */
abstract class ScriptContextSentences extends EngineSource.Sentences {

    private final ScriptContext context = engine.getContext();

    ScriptContextSentences(EngineSource source) {
        super(source);
    }

    @Nested
    class the_scopes {

        @Test
        void ENGINE_SCOPE_attributes_are_visible_during_the_lifetime_of_a_single_engine() throws ScriptException {
            context.setAttribute("x", 1, ScriptContext.ENGINE_SCOPE);
            assertThat(engine.eval("return x")).isEqualTo(1);
            assertThat(manager.getEngineByName("lua-websocket").eval("return x"))
                    .isNull();
        }

        @Test
        void GLOBAL_SCOPE_attributes_are_visible_to_all_engines_of_the_manager() throws ScriptException {
            manager.put("x", 1);
            assertThat(engine.eval("return x")).isEqualTo(1);
            assertThat(manager.getEngineByName("lua-websocket").eval("return x"))
                    .isEqualTo(1);
        }

        @Test
        void the_lowest_scope_comes_first() throws ScriptException {
            context.setAttribute("x", "global", ScriptContext.GLOBAL_SCOPE);
            context.setAttribute("x", "engine", ScriptContext.ENGINE_SCOPE);
            assertThat(context.getAttribute("x"))
                    .isEqualTo(engine.eval("return x"))
                    .isEqualTo("engine");
            assertThat(context.getAttributesScope("x")).isEqualTo(ScriptContext.ENGINE_SCOPE);
            context.removeAttribute("x", ScriptContext.ENGINE_SCOPE);
            assertThat(context.getAttribute("x"))
                    .isEqualTo(engine.eval("return x"))
                    .isEqualTo("global");
        }

        @Test
        void what_a_script_sets_is_an_attribute_of_the_ENGINE_SCOPE() throws ScriptException {
            context.setAttribute("x", "global", ScriptContext.GLOBAL_SCOPE);
            engine.eval("x = 'engine'");
            assertThat(context.getAttributesScope("x")).isEqualTo(ScriptContext.ENGINE_SCOPE);
            assertThat(context.getAttribute("x", ScriptContext.GLOBAL_SCOPE)).isEqualTo("global");
            engine.eval("x = nil");
            assertThat(context.getAttributesScope("x")).isEqualTo(ScriptContext.GLOBAL_SCOPE);
        }

        @Test
        void a_scope_of_the_contexts_own_stands_in_its_place() throws ScriptException {
            ThreeScopes three = new ThreeScopes();
            three.setBindings(new SimpleBindings(), ScriptContext.GLOBAL_SCOPE);
            three.setAttribute("x", "global", ScriptContext.GLOBAL_SCOPE);
            three.middle.put("x", "middle");
            assertThat(engine.eval("return x", three)).isEqualTo("middle");
        }
    }

    @Nested
    class the_reader_and_the_writers {

        private final StringWriter out = new StringWriter();
        private final StringWriter error = new StringWriter();

        @Test
        void getWriter_is_for_scripts_to_use_when_displaying_output() throws ScriptException {
            context.setWriter(out);
            engine.eval("print('a') io.write('b') io.stdout:write('c')");
            assertThat(out).hasToString("a\nbc");
        }

        @Test
        void getErrorWriter_is_used_to_display_error_output() throws ScriptException {
            context.setErrorWriter(error);
            engine.eval("io.stderr:write('oh')");
            assertThat(error).hasToString("oh");
        }

        @Test
        void getReader_is_used_by_the_script_to_read_input() throws ScriptException {
            context.setReader(new StringReader("one\ntwo"));
            assertThat(engine.eval("return io.read() .. '/' .. io.read('*a')")).isEqualTo("one/two");
        }

        @Test
        void they_may_change_between_evaluations_and_during_one() throws ScriptException {
            context.setWriter(out);
            engine.put("swap", (Runnable) () -> context.setWriter(error));
            engine.eval("print(1) swap() print(2)");
            assertThat(out).hasToString("1\n");
            assertThat(error).hasToString("2\n");
        }

        @Test
        void those_of_another_context_are_good_for_its_evaluation_and_what_was_made_in_it() throws Exception {
            ScriptContext other = new SimpleScriptContext();
            other.setWriter(out);
            context.setWriter(error);
            LuaFunctionObject later =
                    (LuaFunctionObject) engine.eval("print('now') return function() print('later') end", other);
            engine.eval("print('between')");
            later.call();
            assertThat(out).hasToString("now\nlater\n");
            assertThat(error).hasToString("between\n");
        }

        @Test
        void an_evaluation_inside_another_has_its_own() throws ScriptException {
            ScriptContext inner = new SimpleScriptContext();
            inner.setWriter(error);
            context.setWriter(out);
            engine.put("inside", (Runnable) () -> {
                try {
                    engine.eval("print('inner')", inner);
                } catch (ScriptException e) {
                    throw new AssertionError(e);
                }
            });
            engine.eval("print('before') inside() print('after')");
            assertThat(out).hasToString("before\nafter\n");
            assertThat(error).hasToString("inner\n");
        }
    }

    @Test
    void another_engines_bindings_are_bindings_like_any_others() throws ScriptException {
        var other = manager.getEngineByName("lua-websocket");
        other.put("x", 1);
        assertThat(engine.eval("y = x + 1 return y", other.getBindings(ScriptContext.ENGINE_SCOPE)))
                .isEqualTo(2);
        assertThat(other.eval("return y")).isEqualTo(2);
        assertThat(engine.get("y")).isNull();
    }
}
