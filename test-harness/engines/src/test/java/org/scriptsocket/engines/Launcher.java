package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The script {@code scriptsocket} in a tree of its own, which has the jars of this build and no sources that could be newer: it builds nothing. Its Maven
 * has what this build has fetched and asks nobody.
 */
final class Launcher {

    record Result(int status, String out, String err) {}

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path RUNNER = Path.of("test-harness", "runner", "target");

    private final Path home;

    private Launcher(Path home) {
        this.home = home;
    }

    static Launcher in(Path home) throws IOException {
        Files.copy(ROOT.resolve("scriptsocket"), home.resolve("scriptsocket"));
        Path target = Files.createDirectories(home.resolve(RUNNER));
        for (String built : List.of("scriptsocket.jar", "lib")) {
            Path original = ROOT.resolve(RUNNER).resolve(built);
            assertThat(original).as("what the build of the runner has made").exists();
            Files.createSymbolicLink(target.resolve(built), original);
        }
        // An empty one stands for one that could not be made; to make it would cost two runs.
        Files.createFile(target.resolve("scriptsocket-" + System.getProperty("java.version") + ".jsa"));
        mavenOffline(Files.createDirectory(home.resolve("bin")).resolve("mvn"));
        return new Launcher(home);
    }

    private static void mavenOffline(Path mvn) throws IOException {
        Files.writeString(mvn, """
                #!/bin/sh
                PATH=${PATH#*:}
                exec mvn -o -Dmaven.repo.local='%s' "$@"
                """.formatted(System.getProperty("launcher.repository")));
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    /** Runs it in the folder of the project, and waits until it has ended. */
    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("scriptsocket").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(home, "out", "");
        Path err = Files.createTempFile(home, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("CLASSPATH", "SCRIPTSOCKET_OPTS", "JAVA_TOOL_OPTIONS"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.put("PATH", home.resolve("bin") + ":" + environment.get("PATH"));
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it has not ended: " + command);
        }
        return new Result(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The jars on the class path of the tests that stand in these folders of Maven's repository. */
    static String jars(String... folders) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> found = List.of(all.split(":")).stream()
                .filter(entry -> List.of(folders).stream().anyMatch(folder -> entry.contains("/" + folder + "/")))
                .toList();
        assertThat(found).isNotEmpty();
        return String.join(":", found);
    }
}
