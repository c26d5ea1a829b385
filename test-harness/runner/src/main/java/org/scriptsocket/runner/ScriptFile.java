package org.scriptsocket.runner;

import java.nio.file.Files;
import java.nio.file.Path;

/** The file that is named on the command line. */
final class ScriptFile {

    private ScriptFile() {}

    /** @throws UsageException if it can not be a script */
    static void check(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a directory, not a script");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException(file + " can not be read");
        }
    }
}
