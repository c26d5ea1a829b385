package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/**
 * {@code error}, {@code assert}, {@code pcall} and {@code xpcall} with error values, levels and handlers as Lua has them. An
 * {@link Error} of the host, other than a stack overflow or a lack of memory, passes them.
 */
final class ErrorFunctions {

    private final CallTracker tracker;

    ErrorFunctions(CallTracker tracker) {
        this.tracker = tracker;
    }

    void define(LuaTable globals) {
        Builtin.define(globals, "error", this::error);
        Builtin.define(globals, "assert", this::check);
        Builtin.define(globals, "pcall", args -> call(Builtin.value(args, 1, "pcall"), args.subargs(2), null));
        Builtin.define(globals, "xpcall", args -> call(args.arg1(), args.subargs(3), Builtin.value(args, 2, "xpcall")));
    }

    private Varargs error(Varargs args) {
        LuaValue level = args.arg(2);
        throw tracker.failure(args.arg1(), level.isnil() ? 1 : level.toint());
    }

    private Varargs check(Varargs args) {
        if (Builtin.value(args, 1, "assert").toboolean()) {
            return args;
        }
        if (args.narg() < 2) {
            throw tracker.failure(LuaValue.valueOf("assertion failed!"), 0);
        }
        throw tracker.failure(args.arg(2), 0);
    }

    private Varargs call(LuaValue function, Varargs arguments, @Nullable LuaValue handler) {
        ActiveCalls stack = tracker.stack();
        int depth = stack.depth();
        LuaValue before = stack.handler();
        stack.push(null);
        stack.handler(handler);
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, function.invoke(arguments));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            stack.restore(depth, before);
            return failed(stack, tracker.failure(e), handler);
        } finally {
            stack.restore(depth, before);
        }
    }

    private Varargs failed(ActiveCalls stack, LuaFailure failure, @Nullable LuaValue handler) {
        LuaValue value = handler == null || failure.isHandled()
                ? failure.value()
                : tracker.handled(stack, handler, failure.value());
        return LuaValue.varargsOf(LuaValue.FALSE, value);
    }
}
