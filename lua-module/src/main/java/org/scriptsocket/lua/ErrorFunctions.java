package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/**
 * {@code error}, {@code assert}, {@code pcall} and {@code xpcall} with error values, levels and handlers as Lua 5.1 has them. An
 * {@link Error} of the host, other than a stack overflow or a lack of memory, passes them.
 */
final class ErrorFunctions {

    private final Globals globals;

    ErrorFunctions(Globals globals) {
        this.globals = globals;
    }

    void define(LuaTable table) {
        LibraryFunction.define(table, "error", args -> {
            throw new LuaError(args.arg1(), (int) Arguments.integer(args, 2, "error", 1));
        });
        LibraryFunction.define(table, "assert", ErrorFunctions::check);
        LibraryFunction.define(table, "pcall", args -> call(Arguments.any(args, 1, "pcall"), args.subargs(2), null));
        // The arguments after the handler are Lua 5.2's and LuaJIT's.
        LibraryFunction.define(
                table, "xpcall", args -> call(args.arg1(), args.subargs(3), Arguments.any(args, 2, "xpcall")));
    }

    private static Varargs check(Varargs args) {
        if (Arguments.any(args, 1, "assert").toboolean()) {
            return args;
        }
        LuaValue message = args.arg(2);
        if (!message.isnil() && !message.isstring()) {
            throw Arguments.expected("string", args, 2, "assert");
        }
        throw new LuaError(message.isnil() ? LuaValue.valueOf("assertion failed!") : message.tostring(), 1);
    }

    private Varargs call(LuaValue function, Varargs arguments, @Nullable LuaValue handler) {
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, globals.calls.protectedCall(function, arguments, handler));
        } catch (LuaError error) {
            return LuaValue.varargsOf(LuaValue.FALSE, error.value());
        }
    }
}
