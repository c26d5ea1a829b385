package org.scriptsocket.runner;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a run of specs, and where.
 *
 * @param file null for the standard output
 */
record Reporters(
        Function<Output, SpecReporter> kind, @Nullable Path file, Terminal terminal) {

    static final String TREE = "tree";

    private static final Map<String, Function<Output, SpecReporter>> KINDS = kinds();

    /** @throws UsageException if there is none of this name, or it can not write there */
    static Reporters named(String name, @Nullable Path file, Terminal terminal) {
        Function<Output, SpecReporter> kind = KINDS.get(name);
        if (kind == null) {
            throw new UsageException(
                    "--reporter: one of " + String.join(", ", KINDS.keySet()) + " expected, got '" + name + "'");
        }
        if (file == null && name.equals(TREE)) {
            return new Reporters(out -> new TreeReporter(out, terminal.colors()), null, terminal);
        }
        return new Reporters(kind, file, terminal);
    }

    /** Those for one run. */
    List<SpecReporter> open() {
        Output standard = new Output(terminal.out());
        if (file == null) {
            return List.of(kind.apply(standard));
        }
        return List.of(new TreeReporter(standard, terminal.colors()), kind.apply(new Output(opened(file))));
    }

    private static OutputStream opened(Path file) {
        try {
            return new FileOutputStream(file.toFile());
        } catch (IOException e) {
            throw new UsageException("--output: " + file + " can not be written");
        }
    }

    private static Map<String, Function<Output, SpecReporter>> kinds() {
        Map<String, Function<Output, SpecReporter>> all = new LinkedHashMap<>();
        all.put(TREE, out -> new TreeReporter(out, false));
        all.put("tap", TapReporter::new);
        all.put("junit", JunitReporter::new);
        all.put("json", JsonReporter::new);
        return all;
    }
}
