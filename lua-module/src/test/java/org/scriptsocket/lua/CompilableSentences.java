package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.script.Bindings;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.scriptsocket.lua.vm.LuaClosure;

abstract class CompilableSentences extends EngineSource.Sentences {

    CompilableSentences(EngineSource source) {
        super(source);
    }

    @Nested
    class compile {

        @Test
        void compiles_the_script_for_later_execution() throws ScriptException {
            CompiledScript script = compilable.compile("ran = true return 7");
            assertThat(engine.get("ran")).isNull();
            assertThat(script.eval()).isEqualTo(7);
            assertThat(engine.get("ran")).isEqualTo(true);
        }

        @Test
        void reads_the_source_from_a_Reader() throws ScriptException {
            assertThat(compilable.compile(new StringReader("return 7")).eval()).isEqualTo(7);
        }

        @Test
        void throws_ScriptException_if_compilation_fails() {
            engine.put(ScriptEngine.FILENAME, "broken.lua");
            assertThatThrownBy(() -> compilable.compile("\nx = = 1"))
                    .isInstanceOfSatisfying(ScriptException.class, e -> {
                        assertThat(e.getFileName()).isEqualTo("broken.lua");
                        assertThat(e.getLineNumber()).isEqualTo(2);
                    });
        }

        @Test
        void throws_ScriptException_if_the_Reader_fails() {
            Reader failing = new StringReader("") {
                @Override
                public int read(char[] into, int offset, int length) throws IOException {
                    throw new IOException("no disk");
                }
            };
            assertThatThrownBy(() -> compilable.compile(failing))
                    .isInstanceOf(ScriptException.class)
                    .hasRootCauseMessage("no disk");
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_the_argument_is_null() {
            assertThatNullPointerException().isThrownBy(() -> compilable.compile((String) null));
            assertThatNullPointerException().isThrownBy(() -> compilable.compile((Reader) null));
        }
    }

    @Nested
    class a_CompiledScript {

        private final CompiledScript count = compiled("n = (n or 0) + 1 print(n) return n");

        private CompiledScript compiled(String script) {
            try {
                return compilable.compile(script);
            } catch (ScriptException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void may_be_executed_repeatedly_without_reparsing() throws ScriptException {
            engine.getContext().setWriter(new StringWriter());
            for (int i = 1; i <= 1000; i++) {
                assertThat(count.eval()).isEqualTo(i);
            }
            assertThat(compiled("local a = function() end return a, 1").eval()).isNotNull();
        }

        /** Its code is the very same: what was parsed is shared by all executions. */
        @Test
        void has_its_code_once() throws ScriptException {
            CompiledScript script = compiled("return function() end");
            LuaFunctionObject one = (LuaFunctionObject) script.eval();
            LuaFunctionObject other = (LuaFunctionObject) script.eval(new SimpleBindings());
            assertThat(one).isNotEqualTo(other);
            assertThat(((LuaClosure) one.function()).p).isSameAs(((LuaClosure) other.function()).p);
        }

        @Test
        void may_see_changes_in_the_state_of_the_engine_by_earlier_executions() throws ScriptException {
            engine.getContext().setWriter(new StringWriter());
            engine.put("n", 41);
            assertThat(count.eval()).isEqualTo(42);
            assertThat(engine.get("n")).isEqualTo(42);
        }

        @Test
        void uses_a_context_as_the_eval_methods_of_ScriptEngine_do() throws ScriptException {
            ScriptContext context = new SimpleScriptContext();
            StringWriter out = new StringWriter();
            context.setWriter(out);
            context.getBindings(ScriptContext.ENGINE_SCOPE).put("n", 9);
            assertThat(count.eval(context)).isEqualTo(10);
            assertThat(context.getAttribute("n")).isEqualTo(10);
            assertThat(out).hasToString("10\n");
            assertThat(engine.get("n")).isNull();
        }

        @Test
        void returns_null_if_no_value_is_returned_by_the_script_execution() throws ScriptException {
            assertThat(compiled("x = 1").eval()).isNull();
        }

        @Test
        void throws_ScriptException_if_an_error_occurs() {
            assertThatThrownBy(() -> compiled("\n\nerror('no')").eval())
                    .isInstanceOfSatisfying(
                            ScriptException.class,
                            e -> assertThat(e.getLineNumber()).isEqualTo(3));
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_context_is_null() {
            assertThatNullPointerException().isThrownBy(() -> count.eval((ScriptContext) null));
        }

        @Test
        void uses_the_supplied_Bindings_as_the_ENGINE_SCOPE() throws ScriptException {
            engine.getContext().setWriter(new StringWriter());
            engine.put("n", 1);
            Bindings bindings = new SimpleBindings(new HashMap<>(Map.of("n", 5)));
            assertThat(count.eval(bindings)).isEqualTo(6);
            assertThat(bindings).containsExactly(Map.entry("n", 6));
            assertThat(engine.get("n")).isEqualTo(1);
        }

        @Test
        void uses_the_GLOBAL_SCOPE_Reader_and_Writer_of_the_default_context_with_Bindings() throws ScriptException {
            StringWriter out = new StringWriter();
            manager.put("shared", "all");
            engine.getContext().setWriter(out);
            engine.getContext().setReader(new StringReader("line\n"));
            compiled("print(shared, io.read())").eval(new SimpleBindings());
            assertThat(out).hasToString("all\tline\n");
        }

        @Test
        @SuppressWarnings("NullAway")
        void uses_the_default_context_if_bindings_is_null() throws ScriptException {
            engine.getContext().setWriter(new StringWriter());
            engine.put("n", 1);
            assertThat(count.eval((Bindings) null)).isEqualTo(2);
        }

        @Test
        void knows_the_ScriptEngine_whose_compile_method_created_it() {
            assertThat(count.getEngine()).isSameAs(engine);
        }
    }
}
