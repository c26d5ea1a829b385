package org.scriptsocket.lua.vm;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A call that is under way, as {@code debug.getinfo} counts them: of a script's function, of a function of Java, or one that a tail call has replaced. */
@NullMarked
public final class Level {

    private final String what;
    private final @Nullable LuaClosure function;
    private final int pc;
    private final @Nullable LuaClosure caller;
    private final int callerPc;

    private Level(String what, @Nullable LuaClosure function, int pc, @Nullable LuaClosure caller, int callerPc) {
        this.what = what;
        this.function = function;
        this.pc = pc;
        this.caller = caller;
        this.callerPc = callerPc;
    }

    static Level tail() {
        return new Level("tail", null, 0, null, 0);
    }

    /** @param caller the script's function that called it, or null if that is not known */
    static Level java(@Nullable LuaClosure caller, int callerPc) {
        return new Level("C", null, 0, caller, callerPc);
    }

    /** @param caller the script's function that called it, or null if there is none */
    static Level script(LuaClosure function, int pc, @Nullable LuaClosure caller, int callerPc) {
        return new Level(function.p.linedefined == 0 ? "main" : "Lua", function, pc, caller, callerPc);
    }

    /** {@code main}, {@code Lua}, {@code C} or {@code tail}. */
    public String what() {
        return what;
    }

    /** The script's function, or null for another. */
    public @Nullable LuaClosure function() {
        return function;
    }

    public boolean isTail() {
        return what.equals("tail");
    }

    /** The name by which it was called, or null. */
    public @Nullable String name() {
        VariableName name = variable();
        return name == null ? null : name.name();
    }

    /** {@code global}, {@code local}, {@code method}, {@code field}, {@code upvalue}, or empty. */
    public String nameKind() {
        VariableName name = variable();
        return name == null ? "" : name.kind();
    }

    @Nullable VariableName variable() {
        return caller == null ? null : Names.called(caller.p, callerPc);
    }

    /** The name of the chunk as messages show it. */
    public String file() {
        LuaClosure known = function;
        return known == null ? isTail() ? "(tail call)" : "[C]" : known.p.shortsource();
    }

    /** The line that runs, or -1. */
    public int line() {
        LuaClosure known = function;
        return known == null ? -1 : known.p.line(pc);
    }

    /** A text with {@code file:line: } before it, if that is known. */
    LuaValue position(LuaValue text) {
        int line = line();
        return line < 0 ? text : LuaValue.valueOf(file() + ":" + line + ": ").concat(text);
    }

    /** As a line of {@code debug.traceback}. */
    @Override
    public String toString() {
        int line = line();
        return file() + ":" + (line < 0 ? "" : line + ":") + description();
    }

    private String description() {
        String name = name();
        if (name != null) {
            return " in function '" + name + "'";
        }
        LuaClosure known = function;
        if (known == null) {
            return " ?";
        }
        return known.p.linedefined == 0
                ? " in main chunk"
                : " in function <" + known.p.shortsource() + ":" + known.p.linedefined + ">";
    }
}
