package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all loggers of the project write at TRACE, and the flight recorder and the trace of the command line beside them. */
class LogsTest {

    private static final String SCRIPT = """
            local urls = {
              URL .. '/echo?token=s3cr3t', URL .. '/refused?token=s3cr3t', URL .. '/closes?token=s3cr3t',
              URL .. '/resets?token=s3cr3t', URL .. '/violates?token=s3cr3t', USER_URL .. '/x?y=s3cr3t',
              'nope://h/?y=s3cr3t' .. EVIL, 'ws://h:0/?y=s3cr3t' .. EVIL, 'ws://127.0.0.1:1/?y=s3cr3t',
              'ws://' .. EVIL .. '/', 'ws://ann:s3cr3t@h/',
            }
            alive = #urls + 1
            local headers = 'Authorization: Bearer s3cr3t\\r\\nCookie: sid=s3cr3t'
            local function callback(self, connection, data)
              if data.event == websocket.EVENT_CONNECTED then
                websocket.send(connection, 'Proxy-Authorization: Basic s3cr3t' .. EVIL, {type = websocket.DATA_TYPE_TEXT})
                pcall(websocket.send, connection, 'x', EVIL)
              elseif data.event == websocket.EVENT_MESSAGE then
                websocket.disconnect(connection)
              elseif data.event == websocket.EVENT_DISCONNECTED then
                alive = alive - 1
              end
              error(tostring(connection) .. data.message .. EVIL)
            end
            function init(self)
              for _, url in ipairs(urls) do
                websocket.connect(url, {timeout = 60000, headers = headers, ['key' .. EVIL] = 1}, callback)
              end
              websocket.connect(urls[1], EVIL, callback)
            end
            local bad = {
              headers .. '\\r\\n\\r\\n', 'Authorization Bearer s3cr3t', 'Authorization : s3cr3t',
              'Authorization: s3cr3t' .. EVIL, 'Proxy-Authorization: Basic s3cr3t', 'X' .. EVIL .. ': s3cr3t',
            }
            function update(self, dt)
              if DONE and alive == 0 then os.exit(0) end
              local next = table.remove(bad)
              if next then websocket.connect(urls[1], {headers = next}, callback) end
            end
            function leave(self) error('at ' .. USER_URL .. '/?y=s3cr3t' .. EVIL) end
            """;
    /** Need a client that stops at the very moment of a read, and a fault of our own; the texts are given nothing but the failure. */
    private static final Set<String> UNSEEN =
            Set.of("The client has stopped", "A connection failed in a way that was not foreseen");

    @TempDir
    Path folder;

    @Test
    void noLogShowsASecretOrALineThatAScriptHasForged() throws Exception {
        Path script = Files.writeString(folder.resolve("a.lua"), SCRIPT);
        String log = log("org.scriptsocket.runner.LoggedHost", script.toString());

        assertThat(LogCall.inSources().filter(call -> !UNSEEN.contains(call.message())))
                .allSatisfy(call -> assertThat(log).as(call.toString()).containsPattern(call.line()));
        assertThat(log).contains("Authorization: ***", "unknown key", "address rules", "handler of script errors");
        assertClean(log);
    }

    @Test
    void theTraceOfTheCommandLineShowsNoneEither() throws Exception {
        String globals =
                "DONE = true\nlocal EVIL = '\\r\\nFORGED \\27[2J\\226\\128\\174'\nlocal USER_URL = URL:gsub('://', '://ann:s3cr3t@')\n";
        Path script = Files.writeString(
                folder.resolve("b.lua"), globals + SCRIPT.replace("timeout = 60000", "timeout = 2000"));
        assertClean(log("org.scriptsocket.runner.Main", "run", "--trace", "--timeout", "30", script.toString()));
    }

    @Test
    void noCallOfALoggerIsOverlooked() throws IOException {
        assertThat(LogCall.inSources().map(LogCall::message))
                .hasSizeGreaterThan(12)
                .containsAll(UNSEEN);
        assertThat(LogCall.mentioned()).isEqualTo(LogCall.inSources().count());
    }

    @Test
    void aFailureIsLoggedOnlyAfterItWasMadeFitForIt() throws IOException {
        assertThat(LogCall.inSources())
                .allSatisfy(call -> assertThat(call.arguments())
                        .as(call.toString())
                        .doesNotContainPattern(",\\s*(e|failure|cause|thrown)$"));
    }

    private static void assertClean(String log) {
        assertThat(log).doesNotContain("s3cr3t").contains("FORGED");
        assertThat(log.lines()).noneMatch(line -> line.startsWith("FORGED"));
        assertThat(log.chars().filter(LogsTest::isHidden).mapToObj(Integer::toHexString))
                .isEmpty();
    }

    private static boolean isHidden(int c) {
        return c != '\n'
                && c != '\t'
                && (Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || c == 0x2028
                        || c == 0x2029);
    }

    private String log(String main, String... args) throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.log.org.scriptsocket=trace",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(args));
        Process run = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        run.waitFor();
        return Files.readString(err, StandardCharsets.UTF_8);
    }
}
