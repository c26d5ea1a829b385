package org.scriptsocket.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LuaTestFunctionTest {

    private static final String SCRIPT = """
            local function test_local_is_none() end
            function helper() end
            function test_plain() end
              function test_self( self ) end

            function test_done(done) end
            function test_both(self, done)
            end
            -- function test_comment() end
            """;

    @Test
    void findsTheGlobalTestFunctionsWithTheirLinesInOrder() {
        assertThat(LuaTestFunction.in(SCRIPT))
                .containsExactly(
                        new LuaTestFunction("test_plain", List.of(), 3),
                        new LuaTestFunction("test_self", List.of("self"), 4),
                        new LuaTestFunction("test_done", List.of("done"), 6),
                        new LuaTestFunction("test_both", List.of("self", "done"), 7));
    }

    @Test
    void knowsWhatATestTakes() {
        assertThat(LuaTestFunction.in(SCRIPT))
                .extracting(test -> test.takesSelf() + " " + test.takesDone())
                .containsExactly("false false", "true false", "false true", "true true");
    }
}
