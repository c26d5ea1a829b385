package org.scriptsocket.lua.vm.lib;

import java.security.SecureRandom;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaThread;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;

/** {@code tostring}. */
@NullMarked
public final class ToString {

    private ToString() {}

    /** As {@code tostring} gives it; a metamethod may give any value. */
    public static LuaValue call(LuaValue value) {
        LuaValue metamethod = value.metatag(LuaValue.TOSTRING);
        if (!metamethod.isnil()) {
            return metamethod.call(value);
        }
        if (value.isstring()) {
            return value.strvalue();
        }
        return LuaValue.valueOf(isNameless(value) ? identity(value) : value.tojstring());
    }

    /** A text, or an error if a metamethod gives another value. */
    static LuaString text(LuaValue value) {
        if (value instanceof LuaString text) {
            return text;
        }
        LuaValue text = call(value);
        if (!text.isstring()) {
            throw new LuaError("'__tostring' must return a string");
        }
        return text.strvalue();
    }

    /** No name and no content of a Java object for scripts. */
    private static boolean isNameless(LuaValue value) {
        return value instanceof LuaTable
                || value instanceof LuaFunction
                || value instanceof LuaThread
                || value.getClass() == LuaUserdata.class;
    }

    /** Another number for each: the JVM draws them one after the other on each thread, so that they would tell what else runs there. */
    private static int scrambled(int identity) {
        int mixed = identity;
        for (int key : Secret.KEYS) {
            mixed = (mixed ^ key) * 0x9E3779B1;
            mixed ^= mixed >>> 15;
        }
        return mixed;
    }

    /** Made when the first identity is shown. */
    private static final class Secret {

        private static final int[] KEYS = new SecureRandom().ints(4).toArray();
    }

    private static String identity(LuaValue value) {
        return String.format("%s: 0x%08x", value.typename(), scrambled(System.identityHashCode(value)));
    }
}
