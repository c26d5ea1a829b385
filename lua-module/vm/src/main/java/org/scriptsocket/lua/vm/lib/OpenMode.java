package org.scriptsocket.lua.vm.lib;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How C's {@code fopen} opens a file. */
@NullMarked
record OpenMode(boolean reads, boolean writes, boolean appends, boolean creates, boolean truncates) {

    /** Null if C would not know it. */
    static @Nullable OpenMode of(String text) {
        if (!text.matches("[rwa](b?\\+?|\\+b)")) {
            return null;
        }
        char first = text.charAt(0);
        boolean both = text.contains("+");
        return new OpenMode(first == 'r' || both, first != 'r' || both, first == 'a', first != 'r', first == 'w');
    }

    Set<OpenOption> options() {
        Set<OpenOption> options = new HashSet<>();
        add(options, reads, StandardOpenOption.READ);
        add(options, writes, StandardOpenOption.WRITE);
        add(options, creates, StandardOpenOption.CREATE);
        add(options, truncates, StandardOpenOption.TRUNCATE_EXISTING);
        return options;
    }

    private static void add(Set<OpenOption> options, boolean wanted, OpenOption option) {
        if (wanted) {
            options.add(option);
        }
    }
}
