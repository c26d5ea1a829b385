package org.scriptsocket.lua;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Prototype;
import org.scriptsocket.lua.vm.luajc.LuaJC;

/** Scripts as Java's byte code, by LuaJC, which needs BCEL. */
final class CompiledChunks {

    private static final String BCEL = "org.apache.bcel.generic.ClassGen";

    private CompiledChunks() {}

    /** @throws IllegalStateException if BCEL is missing */
    static void check() {
        try {
            Class.forName(BCEL, false, CompiledChunks.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "LuaJC needs the library org.apache.bcel:bcel, which is not on the class path", e);
        }
    }

    /** Null if LuaJC can not compile it: a function may be too large for Java. */
    static @Nullable LuaFunction function(Prototype code, LuaValue environment) {
        try {
            return LuaJC.instance.load(code, "chunk", environment);
        } catch (IOException | RuntimeException | LinkageError e) {
            return null;
        }
    }
}
