package org.scriptsocket.lua.vm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Calls that were under way, innermost first; made a text only when somebody asks. */
@NullMarked
public final class Traceback {

    /** As many as Lua 5.1 shows at the beginning and at the end. */
    private static final int FIRST = 12;

    private static final int LAST = 10;

    static final Traceback NONE = new Traceback(List.of());

    private final List<Level> levels;

    Traceback(List<Level> levels) {
        this.levels = levels;
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

    /** The lines of {@code debug.traceback}, without the one that says that it is one. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int skipped = levels.size() > FIRST + LAST ? levels.size() - LAST : FIRST;
        for (int i = 0; i < levels.size(); i++) {
            if (i < FIRST || i >= skipped) {
                lines.add(levels.get(i).toString());
            } else if (i == FIRST) {
                lines.add("...");
            }
        }
        return lines;
    }

    /** As {@code debug.traceback} gives it. */
    @Override
    public String toString() {
        return "stack traceback:\n\t" + String.join("\n\t", lines());
    }
}
