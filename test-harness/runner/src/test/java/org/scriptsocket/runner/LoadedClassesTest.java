package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other commands must not make {@code run} start more slowly. */
class LoadedClassesTest {

    @Test
    void runLoadsNothingOfTheOtherCommands(@TempDir Path folder) throws IOException, InterruptedException {
        String script = new Cli(folder).script("a.lua", "");
        Path log = folder.resolve("classes.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.scriptsocket.runner.Main",
                        "run",
                        script)
                .inheritIO()
                .start();
        assertThat(run.waitFor()).isZero();

        List<String> loaded;
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            loaded = lines.map(line ->
                            line.replaceFirst("^(\\[[^\\]]*\\])*\\s*", "").split(" ", 2)[0])
                    .toList();
        }
        assertThat(loaded).contains("org.scriptsocket.runner.RunCommand");
        assertThat(loaded)
                .noneMatch(
                        name -> name.startsWith("org.junit.")
                                || name.startsWith("org.scriptsocket.specs.")
                                || name.matches(
                                        "org\\.scriptsocket\\.runner\\."
                                                + "(Test|Spec|Report|Connect|Console|ChosenClose|InputLines|Watched|Saves|Serve|Engines).*"));
    }
}
