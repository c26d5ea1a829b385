package org.scriptsocket.specs;

import java.util.List;
import org.junit.platform.engine.TestSource;
import org.scriptsocket.lua.vm.LuaString;

/** A spec as it was read. */
record SpecScript(SpecSource source, LuaString text) {

    String name() {
        return source.name();
    }

    TestSource at(int line) {
        return source.at(line);
    }

    /** Where {@code require} looks. */
    String path() {
        return String.join(
                ";",
                List.of(
                        source.folder() + "?.lua",
                        source.folder() + "?/init.lua",
                        "?.lua",
                        "src/?.lua",
                        "src/?/init.lua"));
    }
}
