package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.Varargs;

/** {@code tonumber}. */
@NullMarked
public final class ToNumber {

    private ToNumber() {}

    /** For the arguments of {@code tonumber}. */
    public static Varargs call(Varargs args) {
        int base = (int) Arguments.integer(args, 2, "tonumber", 10);
        if (base == 10) {
            return Arguments.any(args, 1, "tonumber").tonumber();
        }
        LuaString text = Arguments.string(args, 1, "tonumber");
        if (base < 2 || base > 36) {
            throw Arguments.error(2, "tonumber", "base out of range");
        }
        return text.tonumber(base);
    }
}
