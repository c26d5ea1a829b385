package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SpecsTest extends CommandTest {

    private static final String MIXED = """
            describe("chat", function()
              it("greets", function() print("printed") end)
              describe("when closed", function()
                it("refuses to send #slow", function()
                  error("boom <&> \\27[31m")
                end)
                pending("is polite")
              end)
            end)
            """;

    @Test
    void theTreeShowsBlocksAndTestsThenWhatHasFailedWithPlaceAndTracebackThenTheCounts() {
        cli.script("chat_spec.lua", MIXED);

        assertThat(cli.run("test", folder.toString())).isEqualTo(1);

        assertThat(shown()).startsWith("""
                chat_spec.lua
                  chat
                    \u2713 greets
                    when closed
                      \u2717 refuses to send #slow
                      - is polite (pending)

                1) chat_spec.lua > chat > when closed > refuses to send #slow
                   chat_spec.lua:5: boom <&> \\27[31m
                   stack traceback:
                """);
        assertThat(shown())
                .contains("   \tchat_spec.lua:5: in function <chat_spec.lua:4>\n")
                .containsPattern("\n\n1 passed, 1 failed, 1 pending in [0-9.]+ s\n$");
    }

    @Test
    void whatSpecsPrintGoesToTheStandardErrorSoThatTheReportStaysWhole() {
        cli.script("chat_spec.lua", MIXED);

        cli.run("test", "--reporter", "json", folder.toString());

        assertThat(cli.err()).isEqualTo("printed\n");
        assertThat(cli.out()).doesNotContain("printed");
    }

    @Test
    void theStatusIsZeroIfAllPassedOrArePending() {
        cli.script("a_spec.lua", "describe('a', function() it('passes', function() end) pending('comes') end)");

        assertThat(cli.run("test", folder.toString())).isZero();

        assertThat(cli.out()).contains("\n1 passed, 0 failed, 1 pending in ");
        assertThat(cli.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = = 1",
                "error('at load')",
                "describe('b', function() setup(function() error('no') end) it('t', function() end) end)"
            })
    void whatIsWrongOutsideOfTestsFailsToo(String source) {
        cli.script("bad_spec.lua", source);
        cli.script("good_spec.lua", "describe('a', function() it('passes', function() end) end)");

        assertThat(cli.run("test", folder.toString())).isEqualTo(1);

        assertThat(shown()).contains("\u2713 passes", "   bad_spec.lua:1: ", "1 passed, 1 failed");
    }

    @Test
    void aTeardownThatFailsIsAFailureOfItsBlock() {
        cli.script("a_spec.lua", """
                describe("a", function()
                  teardown(function() error("not torn down") end)
                  it("passes", function() end)
                end)
                """);

        assertThat(cli.run("test", folder.toString())).isEqualTo(1);

        assertThat(shown()).contains("1) a_spec.lua > a\n", "a_spec.lua:2: not torn down", "1 passed, 1 failed in ");
    }

    @Test
    void noSpecsAreAnErrorOfTheirOwn() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        cli.script("a_spec.lua", "describe('a', function() it('passes', function() end) end)");
        cli.script("none_spec.lua", "");

        assertThat(cli.run("test", empty.toString())).as(cli::err).isEqualTo(3);
        assertThat(cli.err())
                .isEqualTo("scriptsocket test: there are no tests in " + empty
                        + "; the names of specs end in _spec.lua\n");
        assertThat(cli.run("test", folder + "/none_spec.lua")).isEqualTo(3);
        assertThat(new Cli(folder).run("test", "--filter", "nothing", folder.toString()))
                .isEqualTo(3);
        assertThat(cli.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --filter closed          | refuses
            --filter 'chat when'     | refuses
            --filter greets          | greets
            --tag slow               | refuses
            --exclude-tag slow       | greets
            """)
    void filtersAndTagsChooseTests(String options, String expected) {
        cli.script("chat_spec.lua", MIXED.replace("pending(\"is polite\")", ""));
        String[] words = Words.split("test " + options + " " + folder, "test").toArray(String[]::new);

        cli.run(words);

        assertThat(results(shown())).hasSize(1).first().asString().contains(expected);
    }

    @Test
    void aLineChoosesWhatStandsThere() {
        String spec = cli.script("chat_spec.lua", MIXED);

        assertThat(cli.run("test", spec + ":2")).isZero();
        assertThat(results(shown())).containsExactly("\u2713 greets");
    }

    @Test
    void tapIsValid() {
        cli.script("chat_spec.lua", MIXED);

        assertThat(cli.run("test", "--reporter", "tap", folder.toString())).isEqualTo(1);

        List<String> lines = shown().lines().toList();
        assertThat(lines.get(0)).isEqualTo("TAP version 14");
        assertThat(lines)
                .containsSubsequence(
                        "ok 1 - chat_spec.lua > chat > greets",
                        "not ok 2 - chat_spec.lua > chat > when closed > refuses to send \\#slow",
                        "  ---",
                        "  at:",
                        "    line: 4",
                        "  ...",
                        "ok 3 - chat_spec.lua > chat > when closed > is polite # SKIP pending",
                        "1..3");
        assertThat(lines).allMatch(line -> line.matches("TAP version 14|(not )?ok \\d+ - .*|  .*|1\\.\\.\\d+|# .*"));
        assertThat(shown()).contains("  message: \"chat_spec.lua:5: boom <&> \\u001b[31m\\nstack traceback:");
    }

    @Test
    void jsonIsAnObjectALine() throws ScriptException {
        cli.script("chat_spec.lua", MIXED.replace("greets", "gr\\\"\\\\\\233\\240\\159\\152\\128"));

        assertThat(cli.run("test", "--seed", "7", "--reporter", "json", folder.toString()))
                .isEqualTo(1);

        ScriptEngine json = new ScriptEngineManager().getEngineByName("nashorn");
        json.put("text", cli.out());
        assertThat(json.eval("""
                var all = text.trim().split("\\n").map(JSON.parse);
                var tests = all.filter(function(o) { return o.type == "test"; });
                var failed = tests.filter(function(o) { return o.status == "failed"; })[0];
                var last = all[all.length - 1];
                [all.length, tests.length, failed.path.slice(1).join("/"), failed.line, failed.message.split("\\n")[0].slice(-17),
                 last.type, last.passed, last.failed, last.pending, last.not_run, last.seed].join(" ")
                """))
                .isEqualTo("4 3 chat/when closed/refuses to send #slow 4 5: boom <&> \u001b[31m summary 1 1 1 0 7");
    }

    @Test
    void junitIsTheXmlThatCiSystemsRead() throws Exception {
        cli.script("chat_spec.lua", MIXED);
        cli.script("other_spec.lua", "describe('a', function() it('passes', function() end) end)");

        assertThat(cli.run("test", "--reporter", "junit", folder.toString())).isEqualTo(1);

        Document xml = parse(cli.out());
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("testsuites");
        assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).endsWith("chat_spec.lua");
        assertThat(List.of("tests", "failures", "errors", "skipped"))
                .extracting(suite::getAttribute)
                .containsExactly("3", "1", "0", "1");
        Element test = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(test.getAttribute("name")).isEqualTo("chat > when closed > refuses to send #slow");
        assertThat(test.getAttribute("line")).isEqualTo("4");
        Element failure = (Element) test.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).endsWith("chat_spec.lua:5: boom <&> \\27[31m");
        assertThat(failure.getTextContent()).contains("stack traceback:");
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Test
    void aReportInAFileLeavesTheTreeForThePerson() throws Exception {
        cli.script("chat_spec.lua", MIXED);
        Path report = folder.resolve("report.xml");

        cli.run("test", "--reporter", "junit", "--output", report.toString(), folder.toString());

        assertThat(parse(Files.readString(report))
                        .getElementsByTagName("testcase")
                        .getLength())
                .isEqualTo(3);
        assertThat(cli.out()).contains("\u2713 greets").contains("1 passed, 1 failed");
    }

    @Test
    void coloursAreForATerminalOnly() {
        cli.script("chat_spec.lua", MIXED);
        cli.onTerminal().run("test", folder.toString());
        assertThat(cli.out()).contains("\u001b[32m\u2713\u001b[0m greets", "\u001b[31m1 passed, 1 failed");

        Cli plain = new Cli(folder).onTerminal().environment("NO_COLOR", "1");
        plain.run("test", folder.toString());
        assertThat(plain.out()).doesNotContain("\u001b");

        Cli pipe = new Cli(folder);
        pipe.run("test", folder.toString());
        assertThat(pipe.out()).doesNotContain("\u001b");
    }

    @Test
    void aSeedMakesTheOrderAndIsTold() {
        StringBuilder source = new StringBuilder("describe('many', function()\n");
        for (int i = 0; i < 9; i++) {
            source.append("it('test ").append(i).append("', function() end)\n");
        }
        cli.script("many_spec.lua", source.append("end)").toString());
        List<String> inOrder = ran();

        List<String> shuffled = ran("--seed", "42");

        assertThat(shuffled).isNotEqualTo(inOrder).containsExactlyInAnyOrderElementsOf(inOrder);
        assertThat(ran("--seed", "42")).isEqualTo(shuffled);
        Cli random = new Cli(folder);
        random.run("test", "--shuffle", folder.toString());
        assertThat(random.out()).containsPattern("9 passed, 0 failed in .* s, seed \\d+\n");
    }

    @Test
    void aTestThatTakesTooLongFailsAtItsLimit() {
        cli.script(
                "slow_spec.lua",
                "describe('a', function() it('never ends', function() eventually(function() error('not yet') end, 60000) end) end)");

        assertThat(cli.run("test", "--time-limit", "100", folder.toString())).isEqualTo(1);

        assertThat(shown()).contains("slow_spec.lua:1: ");
    }

    @Test
    void settingsReachTheHostsAndTheTransport() {
        String config = cli.script("specs.properties", "user-agent = specs/1\nlimit.message-out = 5000\n");
        cli.script("chat_spec.lua", """
                describe("chat", function()
                  it("works", function()
                    local server = harness.server()
                    local c = websocket.connect(server.url)
                    await(c, "connected")
                    assert.equal("specs/1", server:requests()[1].headers["User-Agent"])
                    local sent, why = pcall(websocket.send, c, "0123456789")
                    assert.matches("limit", why)
                    websocket.disconnect(c)
                  end)
                end)
                """);

        assertThat(cli.run("test", "--config", config, "--limit", "message-out=5", folder.toString()))
                .as(() -> cli.out())
                .isZero();
    }

    @Test
    void filesRunAtTheSameTimeIfAsked() throws InterruptedException {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept());
            cli.script("a_spec.lua", waiting(server));
            cli.script("b_spec.lua", waiting(server));
            Thread run = begin("test", "--parallel", "2", folder.toString());
            RecordedConnection one = takeWaiting(server);
            RecordedConnection two = takeWaiting(server);
            one.send("go");
            two.send("go");
            run.join();
        }
        assertThat(cli.out()).contains("2 passed, 0 failed");
    }

    @Test
    void aLongRunTellsAPersonHowFarItIs() throws InterruptedException {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept());
            cli.script(
                    "a_spec.lua",
                    "describe('quick', function() it('is quick', function() end) end) " + waiting(server));
            Thread run = begin(cli.onTerminal(), "test", folder.toString());
            RecordedConnection connection = takeWaiting(server);

            cli.awaitErr("... 1 of 2 tests, 0 failed\n");

            connection.send("go");
            run.join();
        }
        assertThat(cli.out()).contains("2 passed");
    }

    @Test
    void theTransportIsChosenByItsName() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            cli.script("a_spec.lua", """
                    describe("a", function()
                      it("is not reached", function()
                        local c = websocket.connect("%s")
                        assert(await(c, "error"))
                        await(c, "disconnected")
                      end)
                    end)
                    """.formatted(server.url()));

            assertThat(cli.run("test", "--transport", "memory", folder.toString()))
                    .isZero();
            assertThat(server.takeConnections()).isEmpty();
        }
    }

    @Test
    void aSaveRunsThemAgain() throws InterruptedException {
        cli.script(
                "a_spec.lua",
                "local m = require('mod') describe('a', function() it('holds', function() assert(m == 1) end) end)");
        cli.script("mod.lua", "return 2");
        Shutdown shutdown = new Shutdown();
        int[] status = {-1};
        Thread run = new Thread(() -> status[0] = cli.run(shutdown, "test", "--watch", folder.toString()));
        run.start();
        cli.awaitErr("they run again when a Lua file is saved");

        cli.script("mod.lua", "return 1");
        cli.awaitErr("they run again when a Lua file is saved", 2);
        assertThat(cli.out()).contains("0 passed, 1 failed", "1 passed, 0 failed");

        cli.script("new_spec.lua", "describe('a', function() it('is new', function() end) end)");
        cli.awaitErr("they run again when a Lua file is saved", 3);
        assertThat(cli.out()).contains("2 passed, 0 failed");

        shutdown.request();
        run.join();
        assertThat(status[0]).isZero();
    }

    @Test
    void ctrlCDoesNotWaitForATest() throws InterruptedException {
        Shutdown shutdown = new Shutdown();
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.accept());
            cli.script("a_spec.lua", waiting(server));
            Thread run = new Thread(() -> cli.run(shutdown, "test", folder.toString()));
            run.start();
            RecordedConnection connection = takeWaiting(server);

            assertThat(shutdown.ask()).isTrue();

            connection.send("go");
            run.join();
        }
    }

    @Test
    void aSpecOfTheDocsPasses() {
        assertThat(cli.run("test", "../../docs/examples/specs/echo_spec.lua")).isZero();
    }

    /** The connection of such a test, ready to be sent something. */
    private static RecordedConnection takeWaiting(MisbehavingServer server) {
        RecordedConnection connection = server.takeConnection();
        connection.takeRequest();
        connection.takeFrame();
        return connection;
    }

    /** A test that ends when the server sends something. */
    private static String waiting(MisbehavingServer server) {
        return """
                describe("a", function()
                  it("waits", function()
                    local c = websocket.connect("%s", { timeout = 60000 })
                    await(c, "connected", 60000)
                    websocket.send(c, "ready")
                    await(c, "message", 60000)
                    websocket.disconnect(c)
                    await(c, "disconnected")
                  end)
                end)
                """.formatted(server.url());
    }

    private Thread begin(String... args) {
        return begin(cli, args);
    }

    private static Thread begin(Cli cli, String... args) {
        Thread run = new Thread(() -> cli.run(args));
        run.start();
        return run;
    }

    private List<String> ran(String... options) {
        Cli own = new Cli(folder);
        String[] args = new String[options.length + 2];
        args[0] = "test";
        System.arraycopy(options, 0, args, 1, options.length);
        args[args.length - 1] = folder.toString();
        assertThat(own.run(args)).isZero();
        return results(own.out());
    }

    private static List<String> results(String tree) {
        return tree.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("\u2713") || line.startsWith("\u2717"))
                .map(line -> line.replaceFirst(" \\(\\d+ ms\\)$", ""))
                .toList();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** With the files as seen from the folder, and without the time that it took. */
    private String shown() {
        return cli.out().replace(folder + "/", "").replaceAll("(?m) \\(\\d+ ms\\)$", "");
    }
}
