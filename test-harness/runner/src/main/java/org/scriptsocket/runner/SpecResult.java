package org.scriptsocket.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test, or of a file or block that failed as a whole.
 *
 * @param path the names of the file, the blocks and the test
 * @param file as it is written in reports; null if it is not known
 * @param line from 1, or 0 if it is not known
 * @param message why it failed, with traceback, or is pending; empty if it passed
 */
record SpecResult(List<String> path, @Nullable String file, int line, Status status, long millis, String message) {

    enum Status {
        PASSED,
        FAILED,
        PENDING
    }

    /** Without the file. */
    String name() {
        return path.size() > 1 ? String.join(" > ", path.subList(1, path.size())) : path.get(0);
    }

    String fullName() {
        return String.join(" > ", path);
    }

    /** {@code chat_spec.lua:12}. */
    String place() {
        return line > 0 ? file + ":" + line : String.valueOf(file);
    }

    String firstLine() {
        return message.lines().findFirst().orElse("");
    }
}
