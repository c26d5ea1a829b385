package org.scriptsocket.specs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The specs in a folder of the file system. */
final class SpecFolder {

    private SpecFolder() {}

    /** All in it and in the folders beneath, by name. */
    static List<SpecSource> specs(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(SpecSource.SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .<SpecSource>map(SpecSource.InFile::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
