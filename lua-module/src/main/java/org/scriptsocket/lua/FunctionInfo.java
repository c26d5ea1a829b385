package org.scriptsocket.lua;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Level;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Prototype;

/** What {@code debug.getinfo} says of a function. */
final class FunctionInfo {

    private final LuaValue function;
    private final @Nullable LuaClosure closure;
    /** Null for a function that was asked for itself. */
    private final @Nullable Level level;

    FunctionInfo(LuaValue function, @Nullable Level level) {
        this.function = function;
        this.closure = function instanceof LuaClosure known ? known : null;
        this.level = level;
    }

    /** Adds the fields that a letter of {@code getinfo} asks for. */
    void add(LuaTable table, char letter) {
        switch (letter) {
            case 'S' -> source(table);
            case 'l' -> table.set("currentline", level == null ? -1 : level.line());
            case 'u' -> table.set("nups", closure == null ? 0 : upvalues(closure.p));
            case 'n' -> name(table);
            case 'L' -> table.set("activelines", lines());
            case 'f' -> table.set("func", function);
            default -> throw new IllegalArgumentException("No such letter: " + letter);
        }
    }

    private void source(LuaTable table) {
        boolean tail = level != null && level.isTail();
        LuaString known = closure == null ? null : closure.p.source;
        table.set("source", known == null ? LuaText.of(tail ? "=(tail call)" : "=[C]") : known);
        table.set("short_src", LuaText.of(closure == null ? tail ? "(tail call)" : "[C]" : closure.p.shortsource()));
        table.set("what", what(tail));
        table.set("linedefined", closure == null ? -1 : closure.p.linedefined);
        table.set("lastlinedefined", closure == null ? -1 : closure.p.lastlinedefined);
    }

    private String what(boolean tail) {
        if (closure == null) {
            return tail ? "tail" : "C";
        }
        return closure.p.linedefined == 0 ? "main" : "Lua";
    }

    private void name(LuaTable table) {
        String name = level == null ? null : level.name();
        if (name != null) {
            table.set("name", LuaText.of(name));
        }
        table.set("namewhat", LuaText.of(level == null ? "" : level.nameKind()));
    }

    /** Lua 5.1 does not count the one that holds the globals. */
    private static int upvalues(Prototype code) {
        return code.upvalues.length - (code.environmentindex() < 0 ? 0 : 1);
    }

    private LuaValue lines() {
        if (closure == null || closure.p.lineinfo == null) {
            return LuaValue.NIL;
        }
        LuaTable lines = new LuaTable();
        Arrays.stream(closure.p.lineinfo).forEach(line -> lines.set(line, LuaValue.TRUE));
        return lines;
    }
}
