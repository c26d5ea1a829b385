package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.script.ScriptException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions, each with what Lua 5.1 gave for it ({@code expressions/record.lua} wrote that down). */
class ExpressionsTest {

    private static final String ARROW = " --> ";

    private final LuaScriptEngine engine = (LuaScriptEngine) new LuaScriptEngineFactory().getScriptEngine();

    @ParameterizedTest
    @ValueSource(strings = {"strings", "numbers", "formats", "patterns"})
    void eachGivesWhatItGivesInLua51(String group) throws IOException, ScriptException {
        engine.eval(resource("record.lua"));
        List<String> recorded = resource(group + ".txt").lines().toList();
        assertThat(recorded).hasSizeGreaterThan(30);
        assertThat(recorded.stream().map(this::again).toList()).isEqualTo(recorded);
    }

    private String again(String line) {
        String expression = line.substring(0, line.indexOf(ARROW));
        try {
            return expression + ARROW + engine.invokeFunction("show", expression);
        } catch (ScriptException | NoSuchMethodException e) {
            throw new AssertionError(expression, e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ExpressionsTest.class.getResourceAsStream("expressions/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
