package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;

class ConnectTest extends CommandTest {

    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ";

    @Test
    void whatIsTypedIsSentAsTextAndWhatComesIsPrintedWithTimeTypeAndSize() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.on("/chat", Behaviour.accept().receive(2).send("hi h\u00e9").close(1000, "bye"));
            cli.input("hello\n\n");

            assertThat(cli.run("connect", "--wait", "60", server.url("/chat"))).isZero();

            RecordedConnection chat = server.takeConnection();
            chat.takeRequest();
            assertThat(chat.takeFrame())
                    .hasToString(Frame.text("hello").asMasked().toString());
            assertThat(chat.takeFrame()).hasToString(Frame.text("").asMasked().toString());
            assertThat(shown())
                    .isEqualTo(
                            "connected to " + server.url() + "\n< text, 6 bytes: hi h\u00e9\nclosed with 1000 'bye'\n");
        }
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void bytesAreTypedAndPrintedInHex() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept()
                    .receive(2)
                    .send(Frame.binary(new byte[] {0, -1, 27, 10}))
                    .close(1000, ""));
            cli.input("/binary 00fF 7b\n/binary\n");

            assertThat(cli.run("connect", "--wait", "60", server.url())).isZero();

            RecordedConnection peer = server.takeConnection();
            peer.takeRequest();
            assertThat(peer.takeFrame())
                    .hasToString(
                            Frame.binary(new byte[] {0, -1, 0x7b}).asMasked().toString());
            assertThat(peer.takeFrame())
                    .hasToString(Frame.binary(new byte[0]).asMasked().toString());
        }
        assertThat(shown()).contains("< binary, 4 bytes: 00ff1b0a\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /close              | 1000 | ''
            /close 4001         | 4001 | ''
            /close 4001 so long | 4001 | so long
            /quit               | 1000 | ''
            """)
    void closeSaysCodeAndReasonAndIsTheEnd(String line, int code, String reason) {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            assertThat(cli.input(line + "\nnot sent\n").run("connect", server.url()))
                    .isZero();

            RecordedConnection peer = server.takeConnection();
            peer.takeRequest();
            assertThat(peer.takeFrame().status()).hasToString("CloseStatus[code=" + code + ", reason=" + reason + "]");
        }
        assertThat(shown()).endsWith("closed with " + code + "\n");
    }

    @Test
    void theEndOfTheInputIsAnOrderlyCloseAfterAllThatWasTyped() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            assertThat(cli.input("a\nno line end").run("connect", "--wait", "0", server.url()))
                    .isZero();

            RecordedConnection peer = server.takeConnection();
            peer.takeRequest();
            assertThat(peer.takeFrame()).hasToString(Frame.text("a").asMasked().toString());
            assertThat(peer.takeFrame())
                    .hasToString(Frame.text("no line end").asMasked().toString());
            assertThat(peer.takeFrame().status().code()).isEqualTo(1000);
            assertThat(peer.takeEnd()).isEqualTo(Seen.How.FIN);
        }
    }

    @Test
    void theEndOfAPipeWaitsForAnswersUntilThePeerIsQuiet() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            assertThat(cli.input("ping\r\n").run("connect", "--wait", "2", server.url()))
                    .isZero();
        }
        assertThat(shown()).endsWith("< text, 4 bytes: ping\nclosed with 1000\n");
    }

    @Test
    void aPeerCanNotDriveTheTerminal() {
        String hostile = "\u001b[2J\u0007\r\n\t\u0000\u007f\u009b31m\u0085\u202etxt\u2066\u200e ok \u00e9\ud83d\ude00";
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().send(hostile).close(1000, "\u001b]0;x\u0007"));

            cli.onTerminal().environment("NO_COLOR", "1").input(new Keyboard()).run("connect", server.url());
        }
        assertThat(cli.out())
                .contains(
                        "\\x1b[2J\\x07\\r\\n\\t\\x00\\x7f\\xc2\\x9b31m\\xc2\\x85\\xe2\\x80\\xaetxt\\xe2\\x81\\xa6\\xe2\\x80\\x8e ok \u00e9\ud83d\ude00")
                .contains("closed with 1000 '\\x1b]0;x\\x07'");
        assertThat(cli.out().replace("\r\u001b[K", "").chars())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202e);
    }

    @Test
    void aRefusalIsShownWithItsStatusAndBodyAndFails() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.reject(403).body("no\u001b[31m way"));

            assertThat(cli.run("connect", server.url())).isEqualTo(1);
        }
        assertThat(shown()).isEqualTo("! Wrong response status: 403\n! no\\x1b[31m way\nclosed with 1006\n");
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1005, 0", "1001, 1", "1011, 1", "4001, 1"})
    void theStatusTellsWhetherTheCloseWasNormal(int code, int status) {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(
                    code == 1005
                            ? Behaviour.accept().close()
                            : Behaviour.accept().close(code, ""));

            assertThat(cli.input(new Keyboard()).run("connect", server.url())).isEqualTo(status);
        }
        assertThat(shown()).endsWith("closed with " + code + "\n");
    }

    @Test
    void aLostConnectionFails() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().fin());

            assertThat(cli.input(new Keyboard()).run("connect", server.url())).isEqualTo(1);
        }
        assertThat(shown()).contains("! Connection lost: ").endsWith("closed with 1006\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /binary 0         | /binary: pairs of hex digits expected, such as 00ff, got '0'
            /binary 0g        | /binary: pairs of hex digits expected, such as 00ff, got '0g'
            /close now        | /close: a status code such as 1000 or 4001 expected, got 'now'
            /close 1005       | 1000 to 1003, 1007 to 1014 or 3000 to 4999 expected as the code of a Close, got 1005
            /nope 1           | there is no command /nope; /help lists them
            /                 | there is no command /; /help lists them
            0123456789        | Message of 10 bytes is over the limit of 9 (message-out)
            """)
    void whatCanNotBeDoneIsToldOfAndMakesAPipeFailButNotADialogue(String line, String why) {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            String[] command = {"connect", "--limit", "message-out=9", "--wait", "0", server.url()};

            assertThat(cli.input(line + "\nstill\n").run(command)).isEqualTo(1);
            assertThat(shown()).contains("! " + why);
            RecordedConnection peer = server.takeConnection();
            peer.takeRequest();
            assertThat(peer.takeFrame())
                    .hasToString(Frame.text("still").asMasked().toString());

            assertThat(cli.onTerminal().input(line + "\n").run(command)).isZero();
        }
    }

    @Test
    void aDoubledSlashSendsALineThatBeginsWithOne() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            assertThat(cli.input("//help\n").run("connect", "--wait", "0", server.url()))
                    .isZero();

            RecordedConnection peer = server.takeConnection();
            peer.takeRequest();
            assertThat(peer.takeFrame())
                    .hasToString(Frame.text("/help").asMasked().toString());
        }
    }

    @Test
    void helpListsTheCommands() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            cli.input("/help\n").run("connect", "--wait", "0", server.url());
        }
        assertThat(cli.out()).contains("\n  /binary 00ff ", "\n  /close ", "\n  /quit ", "\n  /help ", "\n  //TEXT ");
    }

    @Test
    void aTerminalHasAPromptAndColoursAndAPipeHasNeither() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            cli.onTerminal().input("hi\n").run("connect", server.url());
            assertThat(cli.out()).contains("\u001b[32mconnected to", "> ").endsWith("\n");

            Cli plain = new Cli(folder).onTerminal().environment("NO_COLOR", "1");
            plain.input("hi\n").run("connect", server.url());
            assertThat(plain.out()).contains("> ").doesNotContain("\u001b[3", "\u001b[2");

            Cli dumb = new Cli(folder).onTerminal().environment("TERM", "dumb");
            dumb.input("").run("connect", server.url());
            assertThat(dumb.out()).doesNotContain("\u001b[3");

            Cli pipe = new Cli(folder);
            pipe.input("hi\n").run("connect", "--wait", "0", server.url());
            assertThat(pipe.out()).doesNotContain("\u001b", "> ", "Type a line");
        }
    }

    @Test
    void aLongMessageIsCutForAPersonOnly() {
        String longText = "\u00e9".repeat(5000);
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().send(longText).close(1000, ""));
            cli.input(new Keyboard()).run("connect", server.url());
            assertThat(shown()).contains("< text, 10000 bytes: " + longText + "\n");

            Cli person = new Cli(folder).onTerminal().input(new Keyboard());
            person.run("connect", server.url());
            assertThat(person.out()).contains("\u00e9".repeat(2048) + " ... and 5904 bytes more");
        }
    }

    @Test
    void headersAndProtocolAreSent() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().protocol("v1").close(1000, ""));
            int status = cli.run(
                    "connect", "--header", "X-One: 1", "--header", "X-Two: 2", "--protocol", "v2, v1", server.url());

            assertThat(status).isZero();
            Seen.Request request = server.takeConnection().takeRequest();
            assertThat(request.header("X-One")).isEqualTo("1");
            assertThat(request.header("X-Two")).isEqualTo("2");
            assertThat(request.header("Sec-WebSocket-Protocol")).isEqualTo("v2, v1");
        }
        assertThat(shown()).contains(", protocol v1\n");
    }

    @Test
    void theOptionsOfRunWorkHereToo() throws IOException {
        CertificateAuthority authority = CertificateAuthority.create("Test CA");
        String pem = authority.writePem(folder.resolve("ca.pem")).toString();
        try (MisbehavingServer server =
                MisbehavingServer.start(authority.sign("chat.invalid").sockets())) {
            String resolve = "chat.invalid:443=127.0.0.1:" + server.port();
            cli.input("hi\n");

            assertThat(cli.run(
                            "connect",
                            "--ca",
                            pem,
                            "--resolve",
                            resolve,
                            "--trace",
                            "--wait",
                            "0",
                            "wss://chat.invalid/"))
                    .isZero();
        }
        assertThat(cli.err()).contains("frame OUT TEXT fin=1 length=2 \"hi\"", "DISCONNECTED code=1000");
    }

    @Test
    void compressOffersToCompress() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            cli.input("hi\n");
            assertThat(cli.run("connect", "--compress", "--wait", "0", server.url()))
                    .isZero();
            assertThat(server.takeConnection().takeRequest().header("Sec-WebSocket-Extensions"))
                    .isEqualTo("permessage-deflate");
        }
    }

    @Test
    void aTimeoutEndsItWithItsStatus() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            assertThat(cli.input(new Keyboard()).run("connect", "--timeout", "0.2", server.url()))
                    .isEqualTo(124);
        }
    }

    @Test
    void ctrlCClosesTheConnection() throws InterruptedException {
        Shutdown shutdown = new Shutdown();
        try (MisbehavingServer server = MisbehavingServer.start()) {
            Keyboard keyboard = new Keyboard();
            cli.onTerminal().input(keyboard);
            keyboard.type("hi\n");
            Thread run = new Thread(() -> {
                cli.run(shutdown, "connect", server.url());
                shutdown.finished();
            });
            run.start();
            RecordedConnection peer = server.takeConnection();
            peer.takeRequest();
            peer.takeFrame();

            assertThat(shutdown.ask()).isTrue();
            run.join();
            assertThat(peer.takeFrame().status().code()).isEqualTo(1001);
        }
    }

    @Test
    void aDialogueGoesToAndFro() throws InterruptedException {
        Keyboard keyboard = new Keyboard();
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(
                    Behaviour.accept().receive(1).send("first").receive(1).send("second"));
            cli.onTerminal().input(keyboard);
            int[] status = {-1};
            Thread run = new Thread(() -> status[0] = cli.run("connect", server.url()));
            run.start();
            RecordedConnection peer = server.takeConnection();
            peer.takeRequest();
            keyboard.type("one\n");
            assertThat(peer.takeFrame())
                    .hasToString(Frame.text("one").asMasked().toString());
            keyboard.type("two\n");
            assertThat(peer.takeFrame())
                    .hasToString(Frame.text("two").asMasked().toString());
            keyboard.end();
            run.join();
            assertThat(peer.takeFrame().status().code()).isEqualTo(1000);
            assertThat(status[0]).isZero();
        }
    }

    @Test
    void aLineThatIsTooLongEndsTheInputAndFails() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            cli.input("ok\n" + "x".repeat(200) + "\nnot reached\n");

            assertThat(cli.run("connect", "--limit", "message-out=10", "--wait", "0", server.url()))
                    .isEqualTo(1);
        }
        assertThat(shown()).contains("! the input can not be read: its line 2 is longer than 94 bytes\n");
    }

    @Test
    void theScriptIsWrittenOutAndAChangedOneRuns() throws IOException {
        assertThat(cli.run("connect", "--print-script")).isZero();
        String script = cli.out();
        assertThat(script).startsWith("-- The interactive client").contains("console.on_line(");

        String changed = cli.script("mine.lua", script.replace("< text, ", "<<< "));
        try (MisbehavingServer server = MisbehavingServer.start()) {
            Cli mine = new Cli(folder).input("hi\n");
            server.otherwise(Behaviour.accept().send("hello").close(1000, ""));
            assertThat(mine.run("connect", "--script", changed, server.url())).isZero();
            assertThat(mine.out()).contains("<<< 5 bytes: hello");
        }
        assertThat(Files.readString(Path.of(changed), StandardCharsets.UTF_8)).isNotEqualTo(script);
    }

    @Test
    void anErrorInAChangedScriptIsToldWithItsPlaceAndFails() {
        String script = cli.script("mine.lua", """
                function init(self)
                  console.on_line(function(line) error("no " .. line) end)
                  console.on_end(function(why) log("end", why) os.exit(3) end)
                  websocket.connect(console.url, {}, function() end)
                end
                """);
        try (MisbehavingServer server = MisbehavingServer.start()) {
            assertThat(cli.input("one\n").run("connect", "--script", script, server.url()))
                    .isEqualTo(3);
        }
        assertThat(cli.err()).startsWith("mine.lua:2: no one\nstack traceback:\n");
        assertThat(cli.out()).isEqualTo("end\tnil\n");
    }

    /** Without the times. */
    private String shown() {
        assertThat(cli.out().lines()).allMatch(line -> line.matches(TIME + ".*"));
        return cli.out().replaceAll("(?m)^" + TIME, "");
    }
}
