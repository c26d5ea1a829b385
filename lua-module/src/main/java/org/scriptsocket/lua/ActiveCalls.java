package org.scriptsocket.lua;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaValue;

/** The calls under way in one coroutine. What a protected call or a call from Java changes here it takes back at its end. */
final class ActiveCalls {

    private static final int SHOWN = 20;

    /** Null stands for a function in Java that must not count as the caller's position. */
    private @Nullable LuaClosure[] functions = new LuaClosure[16];

    private int[] instructions = new int[16];
    private int depth;
    /** The message handler of the innermost protected call, or null if that has none. */
    private @Nullable LuaValue handler;

    void push(@Nullable LuaClosure function) {
        if (depth == functions.length) {
            functions = Arrays.copyOf(functions, 2 * depth);
            instructions = Arrays.copyOf(instructions, 2 * depth);
        }
        functions[depth++] = function;
    }

    void at(int instruction) {
        instructions[depth - 1] = instruction;
    }

    void pop() {
        if (depth > 0) {
            functions[--depth] = null;
        }
    }

    int depth() {
        return depth;
    }

    @Nullable LuaValue handler() {
        return handler;
    }

    void handler(@Nullable LuaValue next) {
        handler = next;
    }

    /** Back to a depth and a handler from before. A stack overflow may have left calls behind. */
    void restore(int before, @Nullable LuaValue handlerBefore) {
        while (depth > before) {
            pop();
        }
        handler = handlerBefore;
    }

    /** The function at a level, 1 being the innermost; null if there is none, or it is Java's. */
    @Nullable LuaClosure function(int level) {
        return level >= 1 && level <= depth ? functions[depth - level] : null;
    }

    boolean has(int level) {
        return level >= 1 && level <= depth;
    }

    /** Where the function at a level is, or null if that is not known. */
    @Nullable Position position(int level) {
        LuaClosure function = function(level);
        return function == null ? null : Position.of(function, instructions[depth - level]);
    }

    /** What is under way, from a level on. */
    Calls calls(int level) {
        int all = Math.max(0, depth - level + 1);
        int shown = Math.min(all, SHOWN);
        LuaClosure[] top = new LuaClosure[shown];
        int[] at = new int[shown];
        for (int i = 0; i < shown; i++) {
            top[i] = functions[depth - level - i];
            at[i] = instructions[depth - level - i];
        }
        return new Calls(top, at, all - shown);
    }
}
