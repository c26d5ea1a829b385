package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.Buffer;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Lua 5.1's {@code table} and {@code unpack}, with 5.2's {@code table.pack} and {@code table.unpack}. Metamethods are not asked, as in 5.1. */
@NullMarked
public final class TableLib extends TwoArgFunction {

    private static final int MOST_RESULTS = 1_000_000;

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable table = new LuaTable();
        LibraryFunction.define(table, "concat", TableLib::concat);
        LibraryFunction.define(table, "insert", TableLib::insert);
        LibraryFunction.define(table, "remove", TableLib::remove);
        LibraryFunction.define(table, "sort", TableLib::sort);
        LibraryFunction.define(table, "unpack", TableLib::unpack);
        LibraryFunction.define(table, "pack", TableLib::pack);
        TableTraversal.define(table);
        globals.set("unpack", table.get("unpack"));
        return LibraryFunction.publish(globals, "table", table);
    }

    private static Varargs concat(Varargs args) {
        LuaString separator = Arguments.string(args, 2, "concat", LuaValue.EMPTYSTRING);
        LuaTable list = Arguments.table(args, 1, "concat");
        int from = integer(args, 3, "concat", 1);
        int to = integer(args, 4, "concat", list.rawlen());
        Buffer text = new Buffer();
        for (long i = from; i <= to; i++) {
            CurrentBudget.loop(i);
            text.append(element(list, (int) i));
            if (i < to) {
                text.append(separator);
            }
        }
        return text.tostring();
    }

    private static LuaString element(LuaTable list, int index) {
        LuaValue value = list.rawget(index);
        if (!value.isstring()) {
            throw new LuaError("invalid value (" + value.typename() + ") at index " + index + " in table for 'concat'");
        }
        return value.strvalue();
    }

    private static Varargs insert(Varargs args) {
        LuaTable list = Arguments.table(args, 1, "insert");
        int end = list.rawlen() + 1;
        switch (args.narg()) {
            case 2 -> list.rawset(end, args.arg(2));
            case 3 -> insert(list, end, (int) Arguments.integer(args, 2, "insert"), args.arg(3));
            default -> throw new LuaError("wrong number of arguments to 'insert'");
        }
        return LuaValue.NONE;
    }

    private static void insert(LuaTable list, int end, int position, LuaValue value) {
        for (int i = end; i > position; i--) {
            CurrentBudget.loop(i);
            list.rawset(i, list.rawget(i - 1));
        }
        list.rawset(position, value);
    }

    private static Varargs remove(Varargs args) {
        LuaTable list = Arguments.table(args, 1, "remove");
        int end = list.rawlen();
        int position = integer(args, 2, "remove", end);
        if (position < 1 || position > end) {
            return LuaValue.NONE;
        }
        LuaValue removed = list.rawget(position);
        for (int i = position; i < end; i++) {
            CurrentBudget.loop(i);
            list.rawset(i, list.rawget(i + 1));
        }
        list.rawset(end, LuaValue.NIL);
        return removed;
    }

    private static Varargs sort(Varargs args) {
        LuaTable list = Arguments.table(args, 1, "sort");
        LuaFunction order = args.isnoneornil(2) ? null : Arguments.function(args, 2, "sort");
        new TableSort(list, order).sort(1, list.rawlen());
        return LuaValue.NONE;
    }

    private static Varargs unpack(Varargs args) {
        LuaTable list = Arguments.table(args, 1, "unpack");
        int from = integer(args, 2, "unpack", 1);
        int to = integer(args, 3, "unpack", list.rawlen());
        if (from > to) {
            return LuaValue.NONE;
        }
        long count = (long) to - from + 1;
        if (count > MOST_RESULTS) {
            throw new LuaError("too many results to unpack");
        }
        CurrentBudget.bulk(count);
        CurrentBudget.memory(4 * count);
        LuaValue[] values = new LuaValue[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.rawget(from + i);
        }
        return LuaValue.varargsOf(values);
    }

    private static Varargs pack(Varargs args) {
        LuaTable list = new LuaTable(args.narg(), 1);
        for (int i = 1; i <= args.narg(); i++) {
            list.rawset(i, args.arg(i));
        }
        list.rawset(LuaValue.valueOf("n"), LuaValue.valueOf(args.narg()));
        return list;
    }

    private static int integer(Varargs args, int position, String function, int otherwise) {
        return (int) Arguments.integer(args, position, function, otherwise);
    }
}
