package org.scriptsocket.lua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaClosure;

/** The calls that were under way when an error was raised, innermost first; made a text only when somebody asks. */
final class Calls {

    static final Calls NONE = new Calls(new LuaClosure[0], new int[0], 0);

    private final @Nullable LuaClosure[] functions;
    private final int[] instructions;
    private final int omitted;

    Calls(@Nullable LuaClosure[] functions, int[] instructions, int omitted) {
        this.functions = functions;
        this.instructions = instructions;
        this.omitted = omitted;
    }

    /** Where the innermost function of a script was, or null. */
    @Nullable Position innermost() {
        for (int i = 0; i < functions.length; i++) {
            LuaClosure function = functions[i];
            if (function != null) {
                return Position.of(function, instructions[i]);
            }
        }
        return null;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < functions.length; i++) {
            lines.add(line(functions[i], instructions[i]));
        }
        if (omitted > 0) {
            lines.add("... (" + omitted + " more)");
        }
        return lines;
    }

    private static String line(@Nullable LuaClosure function, int instruction) {
        if (function == null) {
            return "[Java]: in ?";
        }
        String defined = function.p.linedefined == 0
                ? "main chunk"
                : "function <" + Position.file(function.p) + ":" + function.p.linedefined + ">";
        return Position.of(function, instruction) + ": in " + defined;
    }
}
