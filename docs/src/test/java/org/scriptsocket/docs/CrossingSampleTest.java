package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.scriptsocket.lua.LuaFunctionObject;

/** The sample of the guide for how values cross. */
final class CrossingSampleTest {

    @Test
    @SuppressWarnings("unchecked")
    void values_cross_as_the_guide_prints_it() throws Exception {
        GuideCode.assertStandsIn(CrossingSampleTest.class, "How values cross");
        ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
        // The guide from here on.
        lua.put("double", (IntUnaryOperator) n -> 2 * n);
        lua.put("names", new ArrayList<>(List.of("Ann")));
        lua.eval("table.insert(names, 'Bob') function greet(name) return 'Hello ' .. name .. double(21) end");
        Function<String, String> greet = ((LuaFunctionObject) lua.get("greet")).as(Function.class);
        assertThat(greet.apply("you")).isEqualTo("Hello you42");
        assertThat(lua.get("names")).isEqualTo(List.of("Ann", "Bob"));
    }
}
