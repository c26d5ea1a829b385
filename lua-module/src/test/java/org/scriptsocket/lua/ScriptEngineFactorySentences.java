package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.List;
import java.util.StringJoiner;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class ScriptEngineFactorySentences extends EngineSource.Sentences {

    private final ScriptEngineFactory factory = engine.getFactory();

    ScriptEngineFactorySentences(EngineSource source) {
        super(source);
    }

    @Test
    void getEngineName_returns_the_full_name_of_the_engine() {
        assertThat(factory.getEngineName()).isEqualTo("lua-websocket");
    }

    @Test
    void getEngineVersion_returns_the_version_of_the_engine() {
        assertThat(factory.getEngineVersion()).isNotBlank();
    }

    @Test
    void getExtensions_returns_an_immutable_list_of_extensions() {
        assertThat(factory.getExtensions()).containsExactly("lua");
        assertImmutable(factory.getExtensions());
    }

    @Test
    void getMimeTypes_returns_an_immutable_list_by_which_the_engine_is_found() {
        assertImmutable(factory.getMimeTypes());
        for (String type : factory.getMimeTypes()) {
            assertThat(manager.getEngineByMimeType(type)).isNotNull();
        }
    }

    @Test
    void getNames_returns_an_immutable_list_by_which_the_engine_is_found() {
        assertImmutable(factory.getNames());
        for (String name : factory.getNames()) {
            assertThat(manager.getEngineByName(name).getFactory()).isInstanceOf(LuaScriptEngineFactory.class);
        }
    }

    private static void assertImmutable(List<String> list) {
        assertThatThrownBy(() -> list.add("more")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void getLanguageName_and_getLanguageVersion_are_those_of_the_language() throws ScriptException {
        assertThat(factory.getLanguageName() + " " + factory.getLanguageVersion())
                .isEqualTo(engine.eval("return _VERSION"));
    }

    /** An engine takes a hundred microseconds to build; ten million of the calls would take a quarter of an hour. */
    @Test
    void names_and_versions_build_no_engine() {
        Object version = factory.getParameter(ScriptEngine.ENGINE_VERSION);
        for (int i = 0; i < 10_000_000; i++) {
            assertThat(factory.getParameter(ScriptEngine.ENGINE_VERSION) == version
                            && factory.getLanguageVersion().equals("5.1"))
                    .isTrue();
        }
    }

    @Nested
    class getParameter {

        @Test
        void gives_the_Strings_returned_by_the_other_methods() {
            assertThat(factory.getParameter(ScriptEngine.ENGINE)).isEqualTo(factory.getEngineName());
            assertThat(factory.getParameter(ScriptEngine.ENGINE_VERSION)).isEqualTo(factory.getEngineVersion());
            assertThat(factory.getParameter(ScriptEngine.LANGUAGE)).isEqualTo(factory.getLanguageName());
            assertThat(factory.getParameter(ScriptEngine.LANGUAGE_VERSION)).isEqualTo(factory.getLanguageVersion());
        }

        @Test
        void gives_for_NAME_one_of_the_Strings_returned_by_getNames() {
            assertThat(factory.getNames()).contains((String) factory.getParameter(ScriptEngine.NAME));
        }

        @Test
        void gives_null_for_THREADING_as_the_engine_is_not_thread_safe() {
            assertThat(factory.getParameter("THREADING")).isNull();
        }

        @Test
        void returns_null_if_no_value_is_assigned_to_the_key() {
            assertThat(factory.getParameter("color")).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_the_key_is_null() {
            assertThatNullPointerException().isThrownBy(() -> factory.getParameter(null));
        }
    }

    @Nested
    class getMethodCallSyntax {

        @Test
        void can_be_used_to_invoke_a_method() throws ScriptException {
            ScriptEngine open = new LuaScriptEngineFactory().withLuajava().getScriptEngine();
            open.put("list", new StringJoiner("-"));
            open.put("word", "one");
            open.eval(factory.getMethodCallSyntax("list", "add", "word"));
            open.eval(factory.getMethodCallSyntax("list", "add", "'two'"));
            assertThat(open.eval("return " + factory.getMethodCallSyntax("list", "toString")))
                    .isEqualTo("one-two");
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_anything_is_null() {
            assertThatNullPointerException().isThrownBy(() -> factory.getMethodCallSyntax(null, "m"));
            assertThatNullPointerException().isThrownBy(() -> factory.getMethodCallSyntax("o", null));
            assertThatNullPointerException().isThrownBy(() -> factory.getMethodCallSyntax("o", "m", (String[]) null));
            assertThatNullPointerException().isThrownBy(() -> factory.getMethodCallSyntax("o", "m", "a", null));
        }
    }

    @Nested
    class getOutputStatement {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "plain",
                    "it's \"quoted\" \\ back",
                    "two\nlines\r\n",
                    "nul \0 9 bell \u0007",
                    "]] --[[",
                    "gr\u00fc\u00df \ud83d\ude00"
                })
        void can_be_used_as_a_statement_to_display_the_specified_String(String text) throws ScriptException {
            StringWriter out = new StringWriter();
            engine.getContext().setWriter(out);
            engine.eval(factory.getOutputStatement(text));
            assertThat(out).hasToString(text + "\n");
        }
    }

    @Nested
    class getProgram {

        @Test
        void returns_a_valid_executable_program_with_given_statements() throws ScriptException {
            StringWriter out = new StringWriter();
            engine.getContext().setWriter(out);
            engine.eval(factory.getProgram(
                    "local f = print",
                    "(f or print)('one') -- and a comment",
                    factory.getOutputStatement("two") + ";",
                    factory.getMethodCallSyntax("('%s three')", "rep", "1"),
                    "return"));
            assertThat(out).hasToString("one\ntwo\n");
        }

        @Test
        void returns_a_program_for_no_statements() throws ScriptException {
            assertThat(engine.eval(factory.getProgram())).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_the_array_or_any_of_its_elements_is_null() {
            assertThatNullPointerException().isThrownBy(() -> factory.getProgram((String[]) null));
            assertThatNullPointerException().isThrownBy(() -> factory.getProgram("x = 1", null));
        }
    }

    @Test
    void getScriptEngine_returns_a_new_engine() {
        assertThat(factory.getScriptEngine()).isNotSameAs(factory.getScriptEngine());
    }
}
