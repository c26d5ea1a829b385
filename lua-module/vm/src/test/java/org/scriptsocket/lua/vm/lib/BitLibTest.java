package org.scriptsocket.lua.vm.lib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;

/** The examples of LuaJIT's documentation and of the manual of Lua 5.2. */
class BitLibTest {

    private final Globals globals = LibraryGlobals.create();

    BitLibTest() {
        globals.load(new BitLib());
    }

    private String run(String expression) {
        return globals.load("return " + expression).call().tojstring();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        bit.tobit(0xffffffff)                 | -1
        bit.tobit(0xffffffff + 1)             | 0
        bit.tobit(2^40 + 1234)                | 1234
        bit.tobit(1.5)                        | 2
        bit.tobit(2.5)                        | 2
        bit.tobit(-1.5)                       | -2
        bit.tobit('0x7f')                     | 127
        bit.bnot(0)                           | -1
        bit.bnot(0x12345678)                  | -305419897
        bit.bor(1, 2, 4, 8)                   | 15
        bit.band(0x12345678, 0xff)            | 120
        bit.bxor(0xa5a5f0f0, 0xaa55ff00)      | 267390960
        bit.lshift(1, 0)                      | 1
        bit.lshift(1, 8)                      | 256
        bit.lshift(1, 40)                     | 256
        bit.lshift(0x87654321, 12)            | 1412567040
        bit.rshift(256, 8)                    | 1
        bit.rshift(-256, 8)                   | 16777215
        bit.rshift(0x87654321, 12)            | 554580
        bit.arshift(256, 8)                   | 1
        bit.arshift(-256, 8)                  | -1
        bit.arshift(0x87654321, 12)           | -493996
        bit.rol(0x12345678, 12)               | 1164411171
        bit.ror(0x12345678, 12)               | 1736516421
        bit.bswap(0x12345678)                 | 2018915346
        bit.bswap(0x78563412)                 | 305419896
        bit.tohex(1)                          | 00000001
        bit.tohex(-1)                         | ffffffff
        bit.tohex(0xffffffff)                 | ffffffff
        bit.tohex(-1, -8)                     | FFFFFFFF
        bit.tohex(0x21, 4)                    | 0021
        bit.tohex(0x87654321, 4)              | 4321
        bit.tohex(255, 20)                    | 000000ff
        bit.band(1/0)                         | 0
        bit32.band()                          | 4294967295
        bit32.bnot(0)                         | 4294967295
        bit32.btest(1, 2)                     | false
        bit32.bor(1, 2, 2^32)                 | 3
        bit32.bxor(5, 1)                      | 4
        bit32.lshift(1, 32)                   | 0
        bit32.lshift(256, -8)                 | 1
        bit32.rshift(-1, 4)                   | 268435455
        bit32.arshift(-8, 1)                  | 4294967292
        bit32.arshift(-8, 40)                 | 4294967295
        bit32.lrotate(0x12345678, 4)          | 591751041
        bit32.rrotate(0x12345678, -4)         | 591751041
        bit32.extract(0xff00, 8, 8)           | 255
        bit32.extract(0xff00, 8)              | 1
        bit32.replace(0, 5, 4, 4)             | 80
        bit32.replace(0xffffffff, 0, 0, 32)   | 0
        """)
    void bits_are_those_of_LuaJIT_and_Lua_52(String expression, String expected) {
        assertThat(run(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        bit.band()                    | bad argument #1 to 'band' (number expected, got no value)
        bit.tobit('x')                | bad argument #1 to 'tobit' (number expected, got string)
        bit.lshift(1)                 | bad argument #2 to 'lshift' (number expected, got no value)
        bit.bor(1, nil)               | bad argument #2 to 'bor' (number expected, got nil)
        bit.tohex(1, nil)             | bad argument #2 to 'tohex' (number expected, got nil)
        bit32.extract(1, -1)          | bad argument #2 to 'extract' (field cannot be negative)
        bit32.extract(1, 1, 0)        | bad argument #3 to 'extract' (width must be positive)
        bit32.replace(1, 1, 31, 2)    | trying to access non-existent bits
        """)
    void wrong_arguments_are_named(String expression, String message) {
        assertThatThrownBy(() -> run(expression)).isInstanceOf(LuaError.class).hasMessageContaining(message);
    }
}
