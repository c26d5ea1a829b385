package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.lua.vm.lib.LibraryGlobals;

class BudgetTest {

    private static final class Spent extends Error {
        private static final long serialVersionUID = 1;
    }

    private int steps;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "repeat until false",
                "for i = 1, math.huge do end",
                "for k in function() return 1 end do end",
                "local function f() return f() end f()",
                "while true do pcall(error) end",
                "pcall(function() while true do end end)"
            })
    void whateverRunsForEverTakesSteps(String script) {
        Globals globals = LibraryGlobals.create();
        LuaValue chunk = globals.load(script);
        globals.budget = () -> {
            if (++steps == 1000) {
                throw new Spent();
            }
        };
        assertThatThrownBy(chunk::call).isInstanceOf(Spent.class);
        assertThat(steps).isEqualTo(1000);
    }
}
