package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaInteger;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The arguments of a library function, checked as Lua's {@code luaL_check*} do, with the errors that those raise. Positions count from 1. */
@NullMarked
public final class Arguments {

    private Arguments() {}

    /** A value that must be there, be it nil. */
    public static LuaValue any(Varargs args, int position, String function) {
        if (args.narg() < position) {
            throw error(position, function, "value expected");
        }
        return args.arg(position);
    }

    /** A string; a number counts as its text. */
    public static LuaString string(Varargs args, int position, String function) {
        LuaValue value = args.arg(position);
        if (value instanceof LuaString text) {
            return text;
        }
        if (value.type() != LuaValue.TNUMBER) {
            throw expected("string", args, position, function);
        }
        return value.strvalue();
    }

    public static LuaString string(Varargs args, int position, String function, LuaString otherwise) {
        return args.isnoneornil(position) ? otherwise : string(args, position, function);
    }

    /** A number; a string that can be read as one counts as it. */
    public static double number(Varargs args, int position, String function) {
        LuaValue value = args.arg(position);
        if (value.type() == LuaValue.TNUMBER) {
            return value.todouble();
        }
        LuaValue number = value instanceof LuaString ? value.tonumber() : LuaValue.NIL;
        if (number.isnil()) {
            throw expected("number", args, position, function);
        }
        return number.todouble();
    }

    public static double number(Varargs args, int position, String function, double otherwise) {
        return args.isnoneornil(position) ? otherwise : number(args, position, function);
    }

    /** A number cut to an integer as C's cast does on x86-64: what is out of range becomes the smallest. */
    public static long integer(Varargs args, int position, String function) {
        return args.arg(position) instanceof LuaInteger integer ? integer.v : integer(number(args, position, function));
    }

    public static long integer(Varargs args, int position, String function, long otherwise) {
        return args.isnoneornil(position) ? otherwise : integer(args, position, function);
    }

    public static LuaTable table(Varargs args, int position, String function) {
        if (args.arg(position) instanceof LuaTable table) {
            return table;
        }
        throw expected("table", args, position, function);
    }

    public static LuaFunction function(Varargs args, int position, String function) {
        if (args.arg(position) instanceof LuaFunction value) {
            return value;
        }
        throw expected("function", args, position, function);
    }

    /**
     * One of some words.
     *
     * @param otherwise what counts if there is none, or null if there must be one
     * @return its place in the list
     */
    public static int option(
            Varargs args, int position, String function, @Nullable String otherwise, String... options) {
        boolean absent = otherwise != null && args.isnoneornil(position);
        String word = absent ? otherwise : string(args, position, function).tojstring();
        for (int i = 0; i < options.length; i++) {
            if (options[i].equals(word)) {
                return i;
            }
        }
        throw error(position, function, "invalid option '" + word + "'");
    }

    /** The error of an argument of another type than was expected. */
    public static LuaError expected(String type, Varargs args, int position, String function) {
        return error(position, function, type + " expected, got " + typeName(args, position));
    }

    public static LuaError error(int position, String function, String what) {
        return new ArgumentError(position, function, what);
    }

    public static String typeName(Varargs args, int position) {
        return args.narg() < position ? "no value" : args.arg(position).typename();
    }

    static long integer(double number) {
        boolean fits = number >= -0x1p63 && number < 0x1p63;
        return fits ? (long) number : Long.MIN_VALUE;
    }
}
