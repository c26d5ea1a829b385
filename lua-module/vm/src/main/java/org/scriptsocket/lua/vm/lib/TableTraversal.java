package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The functions of {@code table} that Lua 5.2 has no more. */
@NullMarked
final class TableTraversal {

    private TableTraversal() {}

    static void define(LuaTable table) {
        LibraryFunction.define(table, "foreach", TableTraversal::foreach);
        LibraryFunction.define(table, "foreachi", TableTraversal::foreachi);
        LibraryFunction.define(
                table,
                "getn",
                args -> LuaValue.valueOf(Arguments.table(args, 1, "getn").rawlen()));
        LibraryFunction.define(table, "setn", TableTraversal::setn);
        LibraryFunction.define(table, "maxn", args -> LuaValue.valueOf(largest(Arguments.table(args, 1, "maxn"))));
    }

    private static Varargs foreach(Varargs args) {
        LuaTable table = Arguments.table(args, 1, "foreach");
        LuaFunction function = Arguments.function(args, 2, "foreach");
        int seen = 0;
        for (Varargs each = table.next(LuaValue.NIL); !each.isnil(1); each = table.next(each.arg1())) {
            CurrentBudget.loop(++seen);
            LuaValue result = function.call(each.arg1(), each.arg(2));
            if (!result.isnil()) {
                return result;
            }
        }
        return LuaValue.NONE;
    }

    private static Varargs foreachi(Varargs args) {
        LuaTable table = Arguments.table(args, 1, "foreachi");
        LuaFunction function = Arguments.function(args, 2, "foreachi");
        int length = table.rawlen();
        for (int i = 1; i <= length; i++) {
            CurrentBudget.loop(i);
            LuaValue result = function.call(LuaValue.valueOf(i), table.rawget(i));
            if (!result.isnil()) {
                return result;
            }
        }
        return LuaValue.NONE;
    }

    private static Varargs setn(Varargs args) {
        Arguments.table(args, 1, "setn");
        throw new LuaError("'setn' is obsolete");
    }

    private static double largest(LuaTable table) {
        double largest = 0;
        int seen = 0;
        for (Varargs each = table.next(LuaValue.NIL); !each.isnil(1); each = table.next(each.arg1())) {
            CurrentBudget.loop(++seen);
            if (each.arg1().type() == LuaValue.TNUMBER) {
                largest = Math.max(largest, each.arg1().todouble());
            }
        }
        return largest;
    }
}
