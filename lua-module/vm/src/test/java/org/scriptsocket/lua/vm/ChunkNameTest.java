package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Lua 5.1.5 showed. */
class ChunkNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        @dir/file.lua | dir/file.lua
        =name | name
        return 1 | [string "return 1"]
        @ | ''
        @01234567890123456789012345678901234567890123456789012 | ...1234567890123456789012345678901234567890123456789012
        @0123456789012345678901234567890123456789012345678901 | 0123456789012345678901234567890123456789012345678901
        =012345678901234567890123456789012345678901234567890123456789 | 01234567890123456789012345678901234567890123456789012345678
        0123456789012345678901234567890123456789012 | [string "0123456789012345678901234567890123456789012"]
        01234567890123456789012345678901234567890123 | [string "0123456789012345678901234567890123456789012..."]
        one\\ntwo | [string "one..."]
        """)
    void theNameOfAChunkIsCutAsLuaCutsIt(String source, String shown) {
        String chunk = source.replace("\\n", "\n");
        assertThat(ChunkName.shown(LuaValue.valueOf(chunk))).isEqualTo(shown);
    }
}
