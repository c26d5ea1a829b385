package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.engines.Launcher.Result;

/** {@code ./scriptsocket run --engine NAME}, where the user brings the engine. */
final class LauncherTest {

    private static final String BEANSHELL = "docs/examples/beanshell/echo.bsh";

    @TempDir
    private Path folder;

    private Launcher launcher;

    @BeforeEach
    void make() throws Exception {
        launcher = Launcher.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "beanshell, echo.bsh, beanshell, org/apache-extras/beanshell",
        "luaj, echo.lua, luaj, org/luaj",
    })
    void the_example_runs_with_jars_on_the_class_path(String name, String file, String example, String jars)
            throws Exception {
        String script = "docs/examples/" + example + "/" + file;
        assertSaysHello(launcher.run("run", "--engine", name, "--class-path", Launcher.jars(jars.split(";")), script));
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "engines.all", matches = "true")
    @CsvSource({
        "nashorn, echo.js, nashorn, org/openjdk/nashorn;org/ow2/asm",
        "rhino, echo.js, rhino, org/mozilla",
        "graal.js, echo.js, graaljs, org/graalvm",
        "groovy, echo.groovy, groovy, org/apache/groovy",
        "jython, echo.py, jython, org/python",
        "jruby, echo.rb, jruby, org/jruby",
        "kotlin, echo.kts, kotlin, org/jetbrains",
    })
    void so_does_that_of_each_other_engine(String name, String file, String example, String jars) throws Exception {
        the_example_runs_with_jars_on_the_class_path(name, file, example, jars);
    }

    @Test
    void maven_brings_the_engine_once() throws Exception {
        String[] run = {"run", "--engine", "beanshell", "--maven", "org.apache-extras.beanshell:bsh:2.0b6", BEANSHELL};
        Result first = launcher.run(run);
        assertSaysHello(first);
        assertThat(first.err()).contains("scriptsocket: fetching org.apache-extras.beanshell:bsh:2.0b6\n");
        Result second = launcher.run(run);
        assertSaysHello(second);
        assertThat(second.err()).doesNotContain("fetching");
    }

    @Test
    void an_engine_that_is_not_there_is_told() throws Exception {
        assertFails(
                "there is no script engine named 'beanshell'; `scriptsocket engines` lists those that were found",
                "run",
                "--engine",
                "beanshell",
                BEANSHELL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --class-path nowhere.jar      | --class-path: there is no file nowhere.jar
            --class-path=pom.xml:no/*     | --class-path: there is no file no/*
            --class-path                  | --class-path needs a value
            --maven                       | --maven needs a value
            --maven bsh                   | --maven: GROUP:ARTIFACT:VERSION expected, got bsh
            --maven=a:b                   | --maven: GROUP:ARTIFACT:VERSION expected, got a:b
            --maven a:b:1:jar:x           | --maven: GROUP:ARTIFACT:VERSION expected, got a:b:1:jar:x
            --maven a:b:$(touch${IFS}x)   | --maven: GROUP:ARTIFACT:VERSION expected, got a:b:$(touch${IFS}x)
            --maven no.such:artifact:1    | Maven could not fetch no.such:artifact:1, see above
            """)
    void what_can_not_be_put_on_the_class_path_is_told(String options, String message) throws Exception {
        assertFails("scriptsocket: " + message, ("run " + options).split(" "));
    }

    private void assertFails(String message, String... arguments) throws Exception {
        Result result = launcher.run(arguments);
        assertThat(result.status()).isNotZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).last().asString().contains(message);
    }

    private static void assertSaysHello(Result result) {
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out().replaceAll(":\\d{4,5}\\)", ":PORT)").lines())
                .containsExactly(
                        "Connected: websocket: 1 (ws://127.0.0.1:PORT)",
                        "Text: gr\u00fc\u00dfe \uD83D\uDE00",
                        "Binary: 0 127 128 255",
                        "Disconnected: 1000");
    }
}
