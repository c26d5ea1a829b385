package org.scriptsocket.lua.vm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Calls that were under way, innermost first; made a text only when somebody asks. */
@NullMarked
public final class Traceback {

    /** Lua 5.1 shows these levels and those at the end, if that leaves out at least two. */
    private static final int FIRST = 12;

    private static final int LAST = 10;

    static final Traceback NONE = new Traceback(List.of(), 0);

    private final List<Level> levels;
    /** How many levels were left out before the first. */
    private final int before;

    Traceback(List<Level> levels, int before) {
        this.levels = levels;
        this.before = before;
    }

    /** The innermost call of a script's function, or null. */
    public @Nullable Level innermost() {
        for (Level level : levels) {
            if (level.function() != null) {
                return level;
            }
        }
        return null;
    }

    /** The same without the function of Java that raised the error. */
    Traceback inScript() {
        boolean java = !levels.isEmpty() && levels.get(0).what().equals("C");
        return java ? new Traceback(levels.subList(1, levels.size()), before + 1) : this;
    }

    /** The lines of {@code debug.traceback}, without the one that says that it is one. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int first = Math.max(0, FIRST - before);
        boolean whole = levels.size() + before < FIRST + LAST + 2;
        for (int i = 0; i < levels.size(); i++) {
            if (whole || i < first || i >= levels.size() - LAST) {
                lines.add(levels.get(i).toString());
            } else if (i == first) {
                lines.add("...");
            }
        }
        return lines;
    }

    /** As {@code debug.traceback} gives it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("stack traceback:");
        lines().forEach(line -> text.append("\n\t").append(line));
        return text.toString();
    }
}
