package org.scriptsocket.lua.vm.lib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;

/** What Lua 5.2 and LuaJIT have and Lua 5.1 has not, and where C would run out of memory or stack. */
class StringExtensionsTest {

    private final Globals globals = LibraryGlobals.create();

    private String run(String expression) {
        return globals.load("return " + expression).call().tojstring();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ('x'):rep(3, ', ')                                             ~ x, x, x
        ('ab'):rep(1, '-')                                             ~ ab
        ('').rep('', 3, '-')                                           ~ --
        ('a b'):gsub('%g', 'x')                                        ~ x x
        string.format('%s %s', nil, true)                              ~ nil true
        string.format('%5s|', false)                                   ~ false|
        string.format('%s', setmetatable({}, {__tostring = function() return 'me' end})) ~ me
        string.format('%a %a', 1, 0.5)                                 ~ 0x1p+0 0x1p-1
        string.format('%A %.2a', 31, 3.14159)                          ~ 0X1.FP+4 0x1.92p+1
        string.format('%10a|%-10a|%010a', 1, 1, 1)                     ~ '    0x1p+0|0x1p+0    |0x00001p+0'
        string.format('%a', 5e-324)                                    ~ 0x0.0000000000001p-1022
        string.format('%.0a %.1a', 1.5, 1.96875)                       ~ 0x2p+0 0x2.0p+0
        math.log(8, 2)                                                 ~ 3
        math.log(1000, 10)                                             ~ 3
        """)
    void names_of_later_versions_stay(String expression, String expected) {
        assertThat(run(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ('x'):rep(1e10)                    ~ resulting string too large
        ('abc'):rep(2^31 - 1)              ~ resulting string too large
        ('x'):rep(2^30, ('y'):rep(100))    ~ resulting string too large
        ('x'):rep(300):find(('x?'):rep(300))        ~ pattern too complex
        string.dump(print)                 ~ unable to dump given function
        string.dump()                      ~ bad argument #1 to 'dump' (function expected, got no value)
        """)
    void what_is_too_much_is_an_error(String expression, String message) {
        assertThatThrownBy(() -> run(expression)).isInstanceOf(LuaError.class).hasMessageContaining(message);
    }
}
