package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.lua.vm.lib.LibraryGlobals;

class WeakTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"'k'", "'v'", "'kv'", "'x'", "''", "1", "{}", "print"})
    void maybeClearedWhileItIsTraversed(String mode) {
        String script = """
                local t = setmetatable({}, {__mode = %s})
                t[t] = t
                t[1], t.x, t[print], t[2.5], t[{}] = {}, {}, {}, t, t
                local n = 0
                for k in pairs(t) do t[k] = nil n = n + 1 end
                assert(next(t) == nil)
                return n
                """.formatted(mode);
        assertThat(LibraryGlobals.create().load(script).call().toint()).isBetween(1, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'k'", "'kv'"})
    void findsFunctionsWhenItHasGrown(String mode) {
        String script = """
                local t = setmetatable({}, {__mode = %s})
                for name, f in pairs(string) do t[f] = name end
                for name, f in pairs(string) do assert(t[f] == name or f == string.gfind or f == string.gmatch, name) end
                """.formatted(mode);
        LibraryGlobals.create().load(script).call();
    }
}
