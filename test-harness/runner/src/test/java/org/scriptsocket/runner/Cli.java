package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.scriptsocket.kit.Eventually;

/** The command line as its user has it: scripts in a folder, arguments in, two outputs and a status out. */
final class Cli {

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    private InputStream in = InputStream.nullInputStream();
    private Attached attached = Attached.NONE;

    Cli(Path folder) {
        this.folder = folder;
    }

    /** Writes a script and returns its path. */
    String script(String name, String source) {
        return script(name, source.getBytes(StandardCharsets.UTF_8));
    }

    String script(String name, byte[] source) {
        try {
            return Files.write(folder.resolve(name), source).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cli environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Cli input(String text) {
        return input(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Cli input(InputStream stream) {
        in = stream;
        return this;
    }

    /** All three streams are a terminal. */
    Cli onTerminal() {
        attached = new Attached(true, true, true);
        return this;
    }

    int run(String... args) {
        return run(new Shutdown(), args);
    }

    int run(Shutdown shutdown, String... args) {
        try (PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return Main.run(
                    List.of(args),
                    new Terminal(
                            in,
                            out,
                            errors,
                            () -> attached,
                            environment::get,
                            shutdown,
                            status -> fail("halted with " + status)));
        }
    }

    /** Waits until this stands in the standard error. */
    void awaitErr(String text) {
        awaitErr(text, 1);
    }

    /** Waits until it stands there so many times. */
    void awaitErr(String text, int times) {
        boolean seen = Eventually.holds(() -> err().split(Pattern.quote(text), -1).length > times);
        assertThat(seen).as(() -> text + " in " + err()).isTrue();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
