package org.scriptsocket.specs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Where a spec is. */
sealed interface SpecSource {

    /** How the names of specs end. */
    String SUFFIX = "_spec.lua";

    /** What stands for it in unique ids. */
    String id();

    /** Its name in errors and reports. */
    String name();

    /** The folder that {@code require} looks into, with a slash at its end, or empty. */
    default String folder() {
        return name().substring(0, name().lastIndexOf('/') + 1);
    }

    /** Two sources of one location are one spec. */
    URI location();

    byte[] read() throws IOException;

    TestSource at(int line);

    /** A file of the file system; its name is its path from the working directory, if it is beneath that. */
    record InFile(Path path) implements SpecSource {

        static InFile of(Path path) {
            return new InFile(path.toAbsolutePath().normalize());
        }

        @Override
        public String id() {
            return name();
        }

        @Override
        public String name() {
            Path working = Path.of("").toAbsolutePath();
            Path shown = path.startsWith(working) ? working.relativize(path) : path;
            return shown.toString().replace('\\', '/');
        }

        @Override
        public URI location() {
            return path.toUri();
        }

        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public TestSource at(int line) {
            return FileSource.from(path.toFile(), FilePosition.from(line));
        }
    }

    /** A resource on the class path. */
    record OnClassPath(String name, URI location) implements SpecSource {

        static final String PREFIX = "classpath:";

        static OnClassPath of(Resource resource) {
            return new OnClassPath(resource.getName(), resource.getUri());
        }

        @Override
        public String id() {
            return PREFIX + name;
        }

        @Override
        public byte[] read() throws IOException {
            try (InputStream in = location.toURL().openStream()) {
                return in.readAllBytes();
            }
        }

        @Override
        public TestSource at(int line) {
            return ClasspathResourceSource.from(name, FilePosition.from(line));
        }
    }
}
