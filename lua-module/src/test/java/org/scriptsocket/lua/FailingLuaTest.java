package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.junit.LuaTestCases;
import org.scriptsocket.kit.junit.LuaTests;

/** What a Lua test that fails shows. */
class FailingLuaTest {

    @LuaTests(value = "failing_test.lua", transport = "memory", limitMillis = 300)
    private static final class Failing implements LuaTestCases {}

    private static AbstractThrowableAssert<?, ?> assertFailureOf(String name) {
        DynamicNode test = new Failing()
                .lua()
                .filter(node -> node.getDisplayName().equals(name))
                .findFirst()
                .orElseThrow();
        return assertThatThrownBy(() -> ((DynamicTest) test).getExecutable().execute())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void namesFileAndLineOfAnError() {
        assertFailureOf("test_error").hasMessageContaining("failing_test.lua:2: wrong at once");
    }

    @Test
    void namesFileAndLineOfAnErrorInACallback() {
        assertFailureOf("test_error_in_a_callback").hasMessageContaining("failing_test.lua:7: wrong later");
    }

    @Test
    void namesATestThatIsNeverDone() {
        assertFailureOf("test_never_done")
                .hasMessageContaining("test_never_done (failing_test.lua:11) did not call done within 300 ms");
    }

    @Test
    void givesTheReasonThatDoneWasGiven() {
        assertFailureOf("test_done_with_a_reason").hasMessageContaining("not as it should be");
    }

    @Test
    void pointsToTheLineOfATest() {
        assertThat(new Failing()
                        .lua()
                        .map(test -> test.getTestSourceUri().orElseThrow().getQuery()))
                .containsExactly("line=1", "line=5", "line=11", "line=14");
    }
}
