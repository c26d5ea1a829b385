package org.scriptsocket.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;

/**
 * Where specs are, as the command line says it.
 *
 * @param line 0 for all of it
 */
record SpecPath(Path path, int line) {

    private static final Pattern WITH_LINE = Pattern.compile("(.+):(\\d{1,9})");

    /** @throws UsageException if there are no specs there */
    static SpecPath parse(String text) {
        Matcher parts = WITH_LINE.matcher(text);
        SpecPath spec = !Files.exists(Path.of(text)) && parts.matches()
                ? new SpecPath(Path.of(parts.group(1)), Integer.parseInt(parts.group(2)))
                : new SpecPath(Path.of(text), 0);
        spec.check();
        return spec;
    }

    DiscoverySelector selector() {
        if (Files.isDirectory(path)) {
            return DiscoverySelectors.selectDirectory(path.toString());
        }
        return line == 0
                ? DiscoverySelectors.selectFile(path.toString())
                : DiscoverySelectors.selectFile(path.toString(), FilePosition.from(line));
    }

    /** The folder in which a save may concern these specs. */
    Path folder() {
        Path absolute = path.toAbsolutePath();
        Path parent = absolute.getParent();
        return Files.isDirectory(path) || parent == null ? absolute : parent;
    }

    private void check() {
        UsageException.unless(Files.exists(path), "there is no file or folder " + path);
        boolean folder = Files.isDirectory(path);
        UsageException.unless(folder || path.toString().endsWith(".lua"), path + " is no Lua file");
        UsageException.unless(Files.isReadable(path), path + " can not be read");
        UsageException.unless(!folder || line == 0, path + " is a folder, and has no line " + line);
    }
}
