package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptErrorsTest extends CommandTest {

    @Test
    void anErrorInInitIsShownWithPositionAndTraceback() {
        String script =
                cli.script("a.lua", "local function f()\n  error('boom')\nend\nfunction init(self)\n  f()\nend\n");

        assertThat(cli.run("run", script)).isEqualTo(1);

        assertThat(cli.err()).startsWith("a.lua:2: boom\nstack traceback:\n\ta.lua:2: ");
        assertThat(cli.err().lines().skip(2)).allMatch(line -> line.startsWith("\t"));
    }

    @Test
    void anErrorAtTheTopLevelIsShownToo() {
        assertThat(cli.run("run", cli.script("a.lua", "\n\nerror('top')"))).isEqualTo(1);

        assertThat(cli.err()).startsWith("a.lua:3: top\n");
    }

    @Test
    void anErrorInACallbackDoesNotEndTheRunButMakesItFail() {
        String script = cli.script("a.lua", """
                websocket.connect(URL, nil, function(self, conn, data)
                  log(data.event)
                  websocket.disconnect(conn)
                  error("in callback")
                end)
                """);

        assertThat(cli.run("run", script)).isEqualTo(1);

        assertThat(cli.out()).isEqualTo("0\n1\n");
        String report = "a.lua:4: in callback\nstack traceback:\n\ta.lua:4: in function <a.lua:1>\n";
        assertThat(cli.err()).isEqualTo(report + report);
    }

    @Test
    void whatExitWasGivenGoesBeforeAnError() {
        String script = cli.script("a.lua", "function init() os.exit(0) end function final() error('late') end");

        assertThat(cli.run("run", script)).isZero();

        assertThat(cli.err()).startsWith("a.lua:1: late\n");
    }

    @Test
    void aScriptThatDoesNotParseIsOneLine() {
        assertThat(cli.run("run", cli.script("a.lua", "\nx = = 1"))).isEqualTo(1);

        assertThat(cli.err()).startsWith("a.lua:2: ").hasLineCount(1);
    }

    @Test
    void whatIsNoScriptIsOneLineThatSaysWhatAndWhere() {
        assertThat(cli.run("run", cli.script("a.lua", new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 0, 0, 61})))
                .isEqualTo(1);
        assertThat(cli.run("run", cli.script("b.lua", new byte[] {27, 'L', 'u', 'a', 0x51})))
                .isEqualTo(1);
        assertThat(cli.run("run", cli.script("c.lua", "if x then"))).isEqualTo(1);
        assertThat(cli.run("run", cli.script("d.lua", "x = 'abc"))).isEqualTo(1);

        assertThat(cli.err().lines())
                .containsExactly(
                        "a.lua:1: this is a file of bytes, not a script",
                        "b.lua:1: this is compiled Lua, of which only the source can be loaded",
                        "c.lua:1: 'end' expected near '<eof>'",
                        "d.lua:1: unfinished string near '<eof>'");
    }

    @Test
    void aByteOrderMarkAndAShebangAreNoPartOfTheScript() {
        assertThat(cli.run("run", cli.script("a.lua", "\uFEFF#!/usr/bin/env scriptsocket run\nlog('ran')")))
                .isZero();

        assertThat(cli.out()).isEqualTo("ran\n");
    }

    @Test
    void aFileOfBytesIsOneLineThatATerminalSurvives() {
        byte[] bytes = {27, 'L', 'u', 'a', 0x52, 0, 1, 4, 8, 4, 8, 0, (byte) 0x93, 13, 10, 26, 10};

        assertThat(cli.run("run", cli.script("a.lua", bytes))).isEqualTo(1);

        assertThat(cli.err()).startsWith("a.lua:").hasLineCount(1);
        assertThat(cli.err().chars()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
    }

    @Test
    void anOutputThatCanNotBeWrittenIsToldOfInOneLine() {
        String script = cli.script("a.lua", "log('x')");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                broken,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> Attached.NONE,
                name -> null,
                new Shutdown(),
                status -> {});

        assertThat(Main.run(List.of("run", script), terminal)).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("scriptsocket: the standard output can not be written: Broken pipe\n");
    }
}
