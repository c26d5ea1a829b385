package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The functions of the {@code string} library that take patterns. */
@NullMarked
final class PatternFunctions {

    private PatternFunctions() {}

    static void define(LuaTable string) {
        LibraryFunction.define(string, "find", PatternFunctions::find);
        LibraryFunction.define(string, "match", PatternFunctions::match);
        LibraryFunction.define(string, "gmatch", PatternFunctions::gmatch);
        LibraryFunction.define(string, "gsub", Substitution::call);
        string.set("gfind", string.get("gmatch"));
    }

    private static Varargs find(Varargs args) {
        LuaString string = Arguments.string(args, 1, "find");
        LuaString pattern = Arguments.string(args, 2, "find");
        int from = from(string, args, "find");
        if (!args.arg(4).toboolean() && hasSpecials(pattern)) {
            return search(string, pattern, from, true);
        }
        int index = string.indexOf(pattern, from);
        return index < 0
                ? LuaValue.NIL
                : LuaValue.varargsOf(LuaValue.valueOf(index + 1), LuaValue.valueOf(index + pattern.m_length));
    }

    private static Varargs match(Varargs args) {
        LuaString string = Arguments.string(args, 1, "match");
        LuaString pattern = Arguments.string(args, 2, "match");
        return search(string, pattern, from(string, args, "match"), false);
    }

    private static int from(LuaString string, Varargs args, String function) {
        long from = StringLib.index(Arguments.integer(args, 3, function, 1), string.m_length) - 1;
        return (int) Math.min(Math.max(from, 0), string.m_length);
    }

    /** C looks for them up to the first NUL. */
    private static boolean hasSpecials(LuaString pattern) {
        CurrentBudget.bulk(pattern.m_length);
        for (int i = 0; i < pattern.m_length; i++) {
            switch (pattern.luaByte(i)) {
                case '^', '$', '*', '+', '?', '.', '(', '[', '%', '-':
                    return true;
                case 0:
                    return false;
                default:
            }
        }
        return false;
    }

    private static Varargs search(LuaString string, LuaString pattern, int from, boolean positions) {
        PatternMatcher matcher = new PatternMatcher(string, pattern, true);
        if (!matcher.find(from)) {
            return LuaValue.NIL;
        }
        return positions
                ? LuaValue.varargsOf(
                        LuaValue.valueOf(matcher.matchStart() + 1),
                        LuaValue.valueOf(matcher.matchEnd()),
                        matcher.captures())
                : matcher.capturesOrMatch();
    }

    private static Varargs gmatch(Varargs args) {
        LuaString string = Arguments.string(args, 1, "gmatch");
        return new Matches(string, Arguments.string(args, 2, "gmatch"));
    }

    /** What {@code gmatch} returns. */
    private static final class Matches extends VarArgFunction implements HeldMemory.Holder {

        private final LuaString string;
        private final int length;
        private final PatternMatcher matcher;
        private int next;

        Matches(LuaString string, LuaString pattern) {
            this.string = string;
            this.length = string.m_length;
            this.matcher = new PatternMatcher(string, pattern, false);
        }

        @Override
        public void tell(HeldMemory held) {
            held.add(string);
        }

        @Override
        public Varargs invoke(Varargs args) {
            if (next <= length && matcher.find(next)) {
                boolean empty = matcher.matchEnd() == matcher.matchStart();
                next = empty ? matcher.matchEnd() + 1 : matcher.matchEnd();
                return matcher.capturesOrMatch();
            }
            next = length + 1;
            return NONE;
        }
    }
}
