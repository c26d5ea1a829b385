package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.PerMessageDeflate;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;

class RunTest extends CommandTest {

    @Test
    void theExampleEchoesThroughTheServerThatIsStartedForIt() {
        assertThat(cli.run("run", "../../docs/examples/echo.lua")).isZero();

        assertThat(cli.out().lines())
                .hasSize(4)
                .element(0)
                .asString()
                .matches("Connected: websocket: 1 \\(ws://127\\.0\\.0\\.1:\\d+\\)");
        assertThat(cli.out().lines().skip(1))
                .containsExactly("Text: Hello from Lua", "Binary: 0 127 128 255", "Disconnected: 1000");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void luajcRunsTheExampleToo() {
        assertThat(cli.run("run", "--luajc", "../../docs/examples/echo.lua")).isZero();

        assertThat(cli.out().lines()).contains("Text: Hello from Lua", "Disconnected: 1000");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void aScriptWithoutUpdateAndConnectionsEndsByItself() {
        String script =
                cli.script("a.lua", "function init(self) log('init') end function final(self) log('final') end");

        assertThat(cli.run("run", script)).isZero();
        assertThat(cli.run("run", "--hz", "100", script)).isZero();

        assertThat(cli.out()).isEqualTo("init\nfinal\ninit\nfinal\n");
    }

    @Test
    void requireFindsModulesBesideTheScriptAndInTheFoldersOfPath() throws IOException {
        Files.writeString(folder.resolve("near.lua"), "return 'near'");
        Path far = Files.createDirectory(folder.resolve("far folder"));
        Files.writeString(far.resolve("distant.lua"), "return 'distant'");
        String script = cli.script("a.lua", "log(require('near'), require('distant'))");

        assertThat(cli.run("run", "--path", far.toString(), script)).isZero();

        assertThat(cli.out()).isEqualTo("near\tdistant\n");
    }

    @Test
    void setDefinesStringsAndKeepsTheServerAway() {
        String script = cli.script("a.lua", "log(URL, type(N), N, EMPTY == '', EQUALS)");

        cli.run(
                "run",
                "--set",
                "URL=ws://h\u00e9:1",
                "--set",
                "N=12",
                "--set",
                "EMPTY=",
                "--set",
                "EQUALS=a=b",
                script);

        assertThat(cli.out()).isEqualTo("ws://h\u00e9:1\tstring\t12\ttrue\ta=b\n");
    }

    @Test
    void everyInstanceHasASelfOfItsOwnAndSharesTheGlobals() {
        String script = cli.script(
                "a.lua", "n = 0 function init(self) n = n + 1 self.n = n end function final(self) log(self.n, n) end");

        cli.run("run", "--instances", "3", script);

        assertThat(cli.out().lines()).containsExactlyInAnyOrder("1\t3", "2\t3", "3\t3");
    }

    @Test
    void hzIsTheNumberOfUpdatesASecondAtMost() {
        String script = cli.script("a.lua", """
                local updates, seconds = 0, 0
                function update(self, dt)
                  updates, seconds = updates + 1, seconds + dt
                  if updates == 5 then log(seconds >= 0.19) os.exit() end
                end
                """);

        assertThat(cli.run("run", "--hz", "20", script)).isZero();

        assertThat(cli.out()).isEqualTo("true\n");
    }

    @Test
    void aTimeoutEndsTheRunAfterFinal() {
        String script = cli.script("a.lua", "function update() end function final() log('final') end");

        assertThat(cli.run("run", "--timeout", "0.2", script)).isEqualTo(124);

        assertThat(cli.out()).isEqualTo("final\n");
        assertThat(cli.err()).contains("timed out after 0.2 s");
    }

    @Test
    void aLimitIsChangedByItsName() {
        String script = cli.script("a.lua", """
                websocket.connect(URL, nil, function(self, conn, data)
                  if data.event == websocket.EVENT_CONNECTED then
                    log(pcall(websocket.send, conn, ("x"):rep(11)))
                    websocket.send(conn, ("x"):rep(10))
                    websocket.disconnect(conn)
                  end
                end)
                """);

        assertThat(cli.run("run", "--limit", "message-out=10", script)).isZero();

        assertThat(cli.out()).startsWith("false\t").contains("10").hasLineCount(1);
    }

    /** Where the JVM has virtual threads, there is nothing to limit. */
    @Test
    @DisabledForJreRange(min = JRE.JAVA_21)
    void limitBoundsTheThreadsOfCoroutines() {
        String script = cli.script("many.lua", """
                kept = coroutine.wrap(coroutine.yield)
                kept()
                print(select(2, coroutine.resume(coroutine.create(coroutine.yield))))""");

        assertThat(cli.run("run", "--limit", "coroutine-threads=1", script)).isZero();

        assertThat(cli.out()).contains("the limit of 1 unfinished", "(coroutine-threads)");
    }

    @Test
    void traceShowsEveryEventAndEveryFrameWithItsTime() {
        assertThat(cli.run("run", "--trace", "../../docs/examples/echo.lua")).isZero();

        String begin = "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} websocket: 1 \\(ws://127\\.0\\.0\\.1:\\d+\\) ";
        assertThat(cli.err().lines()).allMatch(line -> line.matches(begin + ".+"));
        List<String> lines =
                cli.err().lines().map(line -> line.replaceFirst(begin, "")).toList();
        assertThat(lines)
                .containsSubsequence(
                        "CONNECTED status=101",
                        "frame OUT TEXT fin=1 length=14 \"Hello from Lua\"",
                        "frame IN TEXT fin=1 length=14 \"Hello from Lua\"",
                        "MESSAGE TEXT 14 bytes Hello from Lua")
                .containsSubsequence(
                        "frame OUT BINARY fin=1 length=4 \"\\x00\\x7f\\x80\\xff\"",
                        "frame IN BINARY fin=1 length=4 \"\\x00\\x7f\\x80\\xff\"",
                        "MESSAGE BINARY 4 bytes",
                        "frame OUT CLOSE fin=1 length=2 code=1000")
                .contains("DISCONNECTED code=1000");
    }

    @Test
    void traceShowsNoSecret() {
        String script = cli.script("a.lua", """
                local params = { headers = "Authorization: Bearer s3cr3t\\r\\nCookie: id=s3cr3t" }
                websocket.connect(URL .. "/in?key=s3cr3t", params, function(self, conn, data)
                  if data.event == websocket.EVENT_CONNECTED then
                    websocket.send(conn, "Authorization: Bearer s3cr3t", { type = websocket.DATA_TYPE_TEXT })
                  elseif data.event == websocket.EVENT_MESSAGE then
                    websocket.disconnect(conn)
                  end
                end)
                websocket.connect("ftp://ann:s3cr3t@host/?token=s3cr3t", nil, function() end)
                websocket.connect(URL .. "/no", nil, function() end)
                """);
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.on("/in?key=s3cr3t", Behaviour.echo().header("Set-Cookie", "id=s3cr3t"));
            server.on(
                    "/no",
                    Behaviour.reject(401).header("Set-Cookie", "id=s3cr3t").body("s3cr3t"));
            assertThat(cli.run("run", "--trace", "--set", "URL=" + server.url(), script))
                    .isZero();
            assertThat(server.takeConnection().takeRequest().line()).contains("/");
        }

        assertThat(cli.err())
                .contains("Authorization: ***", "Wrong response status: 401", "unknown scheme")
                .doesNotContain("s3cr3t");
    }

    @Test
    void resolveDialsAnotherPlaceThanTheUrlSays() {
        try (MisbehavingServer server = MisbehavingServer.serve(0)) {
            int status = cli.run(
                    "run",
                    "--transport",
                    "jetty",
                    "--set",
                    "URL=ws://echo.invalid/",
                    "--resolve",
                    "echo.invalid:80=127.0.0.1:" + server.port(),
                    "../../docs/examples/echo.lua");

            assertThat(status).isZero();
        }
        assertThat(cli.out())
                .contains("Connected: websocket: 1 (ws://echo.invalid)")
                .contains("Text: Hello from Lua");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTransportOfTheJdkTrustsWhatCaNames(boolean isOption) throws IOException {
        CertificateAuthority authority = CertificateAuthority.create("Test CA");
        String pem = authority.writePem(folder.resolve("ca.pem")).toString();
        String config = Files.writeString(
                        folder.resolve("a.properties"), "tls.trusted.1=" + pem + "\npolicy.1=anywhere\n")
                .toString();
        try (MisbehavingServer server =
                MisbehavingServer.start(authority.sign("127.0.0.1").sockets())) {
            String[] run = {"run", "--transport", "jdk", "--set", "URL=" + server.url(), "../../docs/examples/echo.lua"
            };
            assertThat(cli.run(with(run, isOption ? "--ca" : "--config", isOption ? pem : config)))
                    .isZero();
            assertThat(cli.out()).contains("Connected: websocket: 1 (wss://", "Text: Hello from Lua");
            cli.run(run);
            assertThat(cli.out())
                    .contains("Failed to open connection: the TLS certificate of 127.0.0.1:" + server.port()
                            + " is not signed by anyone who is trusted");
        }
    }

    private static String[] with(String[] run, String option, String value) {
        List<String> all = new ArrayList<>(List.of(run));
        all.addAll(1, List.of(option, value));
        return all.toArray(String[]::new);
    }

    @Test
    void caTrustsTheCertificatesInAFileToo() throws IOException {
        CertificateAuthority authority = CertificateAuthority.create("Test CA");
        String other = CertificateAuthority.create("Other CA")
                .writePem(folder.resolve("other.pem"))
                .toString();
        String pem = authority.writePem(folder.resolve("ca.pem")).toString();
        try (MisbehavingServer server =
                MisbehavingServer.start(authority.sign("127.0.0.1").sockets())) {
            String url = "URL=" + server.url();
            String echo = "../../docs/examples/echo.lua";
            assertThat(cli.run("run", "--ca", other, "--ca", pem, "--set", url, echo))
                    .isZero();
            assertThat(cli.out()).contains("Connected: websocket: 1 (wss://", "Text: Hello from Lua");

            cli.run("run", "--trace", "--ca", other, "--set", url, echo);
            assertThat(cli.err())
                    .contains("ERROR Failed to open connection: the TLS certificate of 127.0.0.1:" + server.port()
                            + " is signed by an unknown authority, 'Test CA'");
        }
    }

    @Test
    void pingEndsAConnectionWhosePeerIsDead() {
        String script = cli.script("a.lua", """
                websocket.connect(URL, { timeout = 60000 }, function(self, conn, data)
                  if data.event == websocket.EVENT_ERROR then log(data.message) end
                  if data.event == websocket.EVENT_DISCONNECTED then log(data.code) end
                end)
                """);
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept().ignore());
            assertThat(cli.run("run", "--ping", "10ms,20ms", "--set", "URL=" + server.url(), script))
                    .isZero();
        }
        assertThat(cli.out()).isEqualTo("Connection lost: no pong came within 20 ms\n1006\n");
    }

    @Test
    void compressOffersToCompressAndTheTraceShowsWhatIsOnTheWire() {
        try (MisbehavingServer server = MisbehavingServer.start();
                PerMessageDeflate deflate = new PerMessageDeflate()) {
            server.otherwise(Behaviour.accept()
                    .header("Sec-WebSocket-Extensions", "permessage-deflate")
                    .send(deflate.deflate(Frame.text("Hello")))
                    .close(1000, ""));
            String script = cli.script("a.lua", """
                    websocket.connect(URL, nil, function(self, conn, data)
                      if data.event == websocket.EVENT_MESSAGE then log(data.message) end
                    end)
                    """);
            assertThat(cli.run("run", "--compress", "--trace", "--set", "URL=" + server.url(), script))
                    .isZero();
            assertThat(server.takeConnection().takeRequest().header("Sec-WebSocket-Extensions"))
                    .isEqualTo("permessage-deflate");
        }
        assertThat(cli.out()).contains("Hello");
        assertThat(cli.err()).contains("frame IN TEXT fin=1 length=7 \"\\xf2H\\xcd\\xc9\\xc9\\x07\\x00\"");
    }

    @Test
    void theVariablesOptionsComeBeforeThoseOfTheCommandLine() {
        String script = cli.script("a.lua", "log(A, B, C)");
        cli.environment("SCRIPTSOCKET_OPTS", " --set 'A=with blanks' --set B=\"it's\"  --set C=1");

        assertThat(cli.run("run", "--set", "C=2", script)).isZero();

        assertThat(cli.out()).isEqualTo("with blanks\tit's\t2\n");
    }

    @Test
    void ctrlCRunsFinalAndClosesTheConnections() throws InterruptedException {
        String script = cli.script("a.lua", """
                websocket.connect(URL, nil, function(self, conn, data)
                  if data.event == websocket.EVENT_CONNECTED then websocket.send(conn, "hi") end
                end)
                function final(self) log("final") end
                """);
        Shutdown shutdown = new Shutdown();
        try (MisbehavingServer server = MisbehavingServer.start()) {
            Thread run = new Thread(() -> {
                cli.run(shutdown, "run", "--set", "URL=" + server.url(), script);
                shutdown.finished();
            });
            run.start();
            var connection = server.takeConnection();
            connection.takeRequest();
            assertThat(connection.takeFrame().string()).isEqualTo("hi");

            assertThat(shutdown.ask()).isTrue();
            run.join();
            assertThat(connection.takeFrame().status().code()).isEqualTo(1001);
        }
        assertThat(cli.out()).endsWith("final\n");
    }

    @Test
    void aScriptInAnotherLanguageIsRunByTheEngineForItsExtensionOrTheOneThatIsNamed() {
        String source = """
                function init(self) {
                  websocket.connect(URL, { timeout: 60000 }, function (self, conn, data) {
                    if (data.event == websocket.EVENT_CONNECTED) websocket.send(conn, "hi", {type: websocket.DATA_TYPE_TEXT});
                    if (data.event == websocket.EVENT_MESSAGE) { log("got", data.message); os.exit(7); }
                  });
                }
                """;

        assertThat(cli.run("run", cli.script("a.js", source))).isEqualTo(7);
        assertThat(cli.run("run", "--engine", "nashorn", cli.script("a.txt", source)))
                .isEqualTo(7);

        assertThat(cli.out()).isEqualTo("got\thi\ngot\thi\n");
    }

    @Test
    void anotherLanguagePrintsBinaryAsItIsAndObjectsAsItWritesThem() {
        String source = """
                function init(self) { log('gr\u00fc\u00dfe', 1, 2.5, true, null, { toString: function () { return 'mine'; } });
                  print(new Uint8Array([0xE2, 0x82, 0xAC])); }
                """;

        assertThat(cli.run("run", cli.script("a.js", source))).isEqualTo(0);

        assertThat(cli.out()).isEqualTo("gr\u00fc\u00dfe\t1\t2.5\ttrue\tnull\tmine\n\u20ac\n");
    }

    @Test
    void noOtherLanguageCatchesTheExitEither() {
        String source = """
                function init(self) { try { os.exit(4); } catch (e) { log("caught"); } }
                """;
        int status = cli.run("run", "--instances", "2", cli.script("a.js", source));

        assertThat(status).isEqualTo(4);
        assertThat(cli.out()).isEqualTo("caught\n");
    }

    @Test
    void noMessageForgesALineOfTheTrace() {
        String source = """
                websocket.connect(URL, {}, function(self, conn, data)
                  if data.event == websocket.EVENT_CONNECTED then
                    websocket.send(conn, "x\\n00:00:00.000 forged", { type = websocket.DATA_TYPE_TEXT })
                  elseif data.event == websocket.EVENT_MESSAGE then
                    websocket.disconnect(conn)
                  end
                end)
                """;
        assertThat(cli.run("run", "--trace", cli.script("a.lua", source))).isZero();
        assertThat(cli.err()).contains("forged");
        assertThat(cli.err().lines())
                .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} websocket: 1 \\(.*"));
    }
}
