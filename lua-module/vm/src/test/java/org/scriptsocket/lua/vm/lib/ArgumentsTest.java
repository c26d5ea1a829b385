package org.scriptsocket.lua.vm.lib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

class ArgumentsTest {

    private static final Varargs ARGS =
            LuaValue.varargsOf(new LuaValue[] {LuaValue.valueOf("0x10"), LuaValue.valueOf(2.5), LuaValue.NIL});

    @Test
    void strings_and_numbers_stand_for_one_another() {
        assertThat(Arguments.number(ARGS, 1, "f")).isEqualTo(16);
        assertThat(Arguments.string(ARGS, 2, "f").tojstring()).isEqualTo("2.5");
        assertThat(Arguments.integer(ARGS, 2, "f")).isEqualTo(2);
        assertThat(Arguments.integer(LuaValue.valueOf(1e300), 1, "f")).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void nil_and_nothing_stand_for_the_default() {
        assertThat(Arguments.integer(ARGS, 3, "f", 7)).isEqualTo(7);
        assertThat(Arguments.number(ARGS, 4, "f", 0.5)).isEqualTo(0.5);
        assertThat(Arguments.string(ARGS, 4, "f", LuaValue.EMPTYSTRING).length())
                .isZero();
        assertThat(Arguments.option(ARGS, 3, "f", "b", "a", "b")).isEqualTo(1);
    }

    @Test
    void errors_name_position_function_and_types() {
        assertThatThrownBy(() -> Arguments.string(ARGS, 3, "rep"))
                .hasMessage("bad argument #3 to 'rep' (string expected, got nil)");
        assertThatThrownBy(() -> Arguments.number(ARGS, 4, "rep"))
                .hasMessage("bad argument #4 to 'rep' (number expected, got no value)");
        assertThatThrownBy(() -> Arguments.table(ARGS, 1, "sort"))
                .hasMessage("bad argument #1 to 'sort' (table expected, got string)");
        assertThatThrownBy(() -> Arguments.function(new LuaTable(), 1, "f"))
                .hasMessage("bad argument #1 to 'f' (function expected, got table)");
        assertThatThrownBy(() -> Arguments.any(LuaValue.NONE, 1, "type"))
                .hasMessage("bad argument #1 to 'type' (value expected)");
        assertThatThrownBy(() -> Arguments.option(ARGS, 2, "seek", null, "set"))
                .hasMessage("bad argument #2 to 'seek' (invalid option '2.5')");
    }

    @Test
    void a_method_does_not_count_its_self() {
        ArgumentError first = new ArgumentError(1, "rep", "string expected, got table");
        ArgumentError second = new ArgumentError(2, "rep", "number expected, got no value");
        assertThat(first.calledAs("again", true)).isEqualTo("calling 'again' on bad self (string expected, got table)");
        assertThat(second.calledAs("rep", true)).isEqualTo("bad argument #1 to 'rep' (number expected, got no value)");
        assertThat(second.calledAs(null, false)).isEqualTo("bad argument #2 to '?' (number expected, got no value)");
    }
}
