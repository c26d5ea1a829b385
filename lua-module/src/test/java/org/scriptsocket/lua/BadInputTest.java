package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;

class BadInputTest {

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private final ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
    private final ScriptHost host = ScriptHost.builder()
            .transport(new MemoryTransport(clock))
            .clock(clock)
            .build();

    @AfterEach
    void close() {
        host.abort();
    }

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                Arguments.of("\nx = = 1".getBytes(StandardCharsets.UTF_8), "bad.lua:2: unexpected symbol near '='"),
                Arguments.of(
                        "if x then\n\ny()".getBytes(StandardCharsets.UTF_8),
                        "bad.lua:3: 'end' expected (to close 'if' at line 1) near '<eof>'"),
                Arguments.of(
                        "x = [[a\nb]] 5".getBytes(StandardCharsets.UTF_8), "bad.lua:2: unexpected symbol near '5'"),
                Arguments.of(
                        "x 'two\\\nlines'; y [[\nlong\n]] [[\nagain\n]] 5".getBytes(StandardCharsets.UTF_8),
                        "bad.lua:6: unexpected symbol near '5'"),
                Arguments.of(
                        "x [[two\nlines]] = 5".getBytes(StandardCharsets.UTF_8),
                        "bad.lua:2: unexpected symbol near '='"),
                Arguments.of(
                        "x = 1 [[two\nlines]]".getBytes(StandardCharsets.UTF_8),
                        "bad.lua:2: unexpected symbol near '[[two\\nlines]]'"),
                Arguments.of(
                        new byte[] {27, 'L', 'u', 'a', 0x51, 0, 1, 4},
                        "bad.lua:1: this is compiled Lua, of which only the source can be loaded"),
                Arguments.of(classFile(), "bad.lua:1: this is a file of bytes, not a script"),
                Arguments.of(new byte[] {0, 1, 2, 3}, "bad.lua:1: this is a file of bytes, not a script"),
                Arguments.of(
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                        "bad.lua:1: this is a file of bytes, not a script"));
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in = BadInputTest.class.getResourceAsStream("BadInputTest.class")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            in.transferTo(all);
            return all.toByteArray();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsNoScriptIsToldInOneLineWithItsNameAndLine(byte[] source, String message) throws IOException {
        Path file = Files.write(folder.resolve("bad.lua"), source);
        ScriptException thrown = catchThrowableOfType(ScriptException.class, () -> host.load(engine, file));
        assertThat(thrown).hasMessage(message);
        assertThat(thrown.getFileName()).isEqualTo("bad.lua");
        assertThat(thrown.getLineNumber()).isPositive();
    }

    @Test
    void aMissingFileAndADirectoryAreToldByName() {
        Path missing = folder.resolve("missing.lua");
        assertThatThrownBy(() -> host.load(engine, missing))
                .isInstanceOf(IOException.class)
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> host.load(engine, folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": this is a directory, not a script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "result = 5",
                "#!/usr/bin/env scriptsocket run\nresult = 5",
                "\uFEFFresult = 5",
                "\uFEFF#!/usr/bin/lua\nresult = 5",
                "# a first line\r\nresult = 5",
                "result = 5\r\n"
            })
    void aByteOrderMarkAndAFirstLineWithAHashAreSkipped(String source) throws Exception {
        host.load(engine, Files.writeString(folder.resolve("good.lua"), source));
        assertThat(engine.get("result")).isEqualTo(5);
        engine.put("result", 0);
        engine.eval(source);
        assertThat(engine.get("result")).isEqualTo(5);
    }

    @Test
    void theLinesAfterAFirstLineWithAHashAreCountedRight() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.lua"), "\uFEFF#!/usr/bin/lua\n\nerror('here')");
        assertThatThrownBy(() -> host.load(engine, file)).hasMessage("bad.lua:3: here");
    }

    @Test
    void anEmptyFileIsAScriptThatDoesNothing() throws Exception {
        assertThat(host.load(engine, Files.createFile(folder.resolve("empty.lua"))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "function() return ", "f(", "not ", "a .. ", "- "})
    void nestingWithoutEndIsAnErrorOfTheScript(String opening) {
        assertThatThrownBy(() -> engine.eval("x = " + opening.repeat(50_000)))
                .isInstanceOf(ScriptException.class)
                .hasMessage("script:1: chunk has too many syntax levels");
    }
}
