package org.scriptsocket.lua.vm;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The innermost, second, third... call of a coroutine. Used again for each call of its depth, so that calls allocate nothing. */
@NullMarked
final class CallFrame {

    /** From 1. */
    final int depth;
    /** Null for a function of Java. */
    @Nullable LuaClosure function;
    /** The instruction that runs, or its complement while that has called a function of Java. */
    int pc;
    /** How many functions have been replaced by tail calls here. */
    int tailCalls;

    /** Null unless there is a budget, which has to know what a call holds; so are the next two. */
    LuaValue @Nullable [] registers;

    @Nullable Varargs varargs;
    /** The last arguments of a call under way, where they are not all in the registers. */
    @Nullable Varargs open;

    CallFrame(int depth) {
        this.depth = depth;
    }

    void forget() {
        registers = null;
        varargs = null;
        open = null;
    }

    boolean isInJava() {
        return pc < 0;
    }

    int instruction() {
        return pc < 0 ? ~pc : pc;
    }
}
