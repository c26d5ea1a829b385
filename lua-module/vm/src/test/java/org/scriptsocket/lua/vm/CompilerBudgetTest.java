package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.lua.vm.lib.LibraryGlobals;

class CompilerBudgetTest {

    private final Globals globals = LibraryGlobals.create();
    private long work;

    @AfterEach
    void leave() {
        CurrentBudget.enter(null);
    }

    private void compile(String source) {
        CurrentBudget.enter(new Budget() {
            @Override
            public void step() {}

            @Override
            public void work(long amount) {
                work += amount;
            }
        });
        globals.load(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 1;|",
                "goto a;|::a::",
                "do goto a end;|::a::",
                "if x then goto a elseif y then end;|::a::",
            })
    void workGrowsWithTheSource(String piece, String end) {
        String tail = end == null ? "" : end;
        compile(piece.repeat(1000) + tail);
        long once = work;
        assertThat(once).isPositive();
        work = 0;
        compile(piece.repeat(10_000) + tail);
        assertThat(work).isGreaterThan(8 * once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "- ", "not ", "function() return ", "a[", "1 .. ", "1 ^ "})
    void whatIsNestedTooDeepIsAnError(String nested) {
        assertThatThrownBy(() -> compile("return " + nested.repeat(100_000)))
                .isInstanceOf(LuaError.class)
                .hasMessageContaining("chunk has too many syntax levels");
    }

    @Test
    void blocksNestedTooDeepAreAnError() {
        assertThatThrownBy(() -> compile("do ".repeat(100_000)))
                .isInstanceOf(LuaError.class)
                .hasMessageContaining("levels");
    }
}
