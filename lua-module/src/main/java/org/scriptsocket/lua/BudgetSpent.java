package org.scriptsocket.lua;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Level;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.Traceback;
import org.scriptsocket.policy.ScriptBudget;
import org.scriptsocket.script.Fault;

/** A script call has used up a budget. An {@link Error}, which no script can catch; it ends the script instance. */
final class BudgetSpent extends Error {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Position position;
    private final transient List<String> calls;

    private BudgetSpent(String message, @Nullable Position position, List<String> calls) {
        super(message, null, false, false);
        this.position = position;
        this.calls = calls;
    }

    static BudgetSpent of(ScriptBudget budget, long value, Traceback calls) {
        Level innermost = calls.innermost();
        String message = "the script used up its budget of " + budget.format(value) + unit(budget) + " (" + budget.key()
                + ")" + place(innermost);
        Position position = innermost == null ? null : new Position(innermost.file(), innermost.line());
        return new BudgetSpent(message, position, calls.lines());
    }

    private static String unit(ScriptBudget budget) {
        return switch (budget) {
            case INSTRUCTIONS -> " instructions";
            case TIME -> " a call";
            default -> " of " + budget.settingName();
        };
    }

    private static String place(@Nullable Level level) {
        if (level == null) {
            return "";
        }
        String name = level.name();
        if (name != null) {
            return " in function '" + name + "'";
        }
        LuaClosure function = level.function();
        return function == null || function.p.linedefined == 0
                ? " in the main chunk"
                : " in the function of line " + function.p.linedefined;
    }

    @Nullable Position position() {
        return position;
    }

    Fault fault() {
        String traceback = String.join("\n", calls);
        return position == null
                ? new Fault(text(), null, -1, traceback, true)
                : new Fault(text(), position.file(), position.line(), traceback, true);
    }

    /** {@code file.lua:12: message}, as far as it is known. */
    String located() {
        return position == null ? text() : position + ": " + text();
    }

    private String text() {
        return String.valueOf(getMessage());
    }
}
