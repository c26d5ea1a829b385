package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever way a script writes to its standard output, what it writes stands there in the order of the calls. */
class OutputOrderTest extends CommandTest {

    /** Each way, before and after each other one, at the top level, in a function of the host, and in update. */
    private static final String SCRIPT = """
            local ways = {
              function(s) print(s) end,
              function(s) log(s) end,
              function(s) pprint(tonumber(s)) end,
              function(s) io.write(s, "\\n") end,
              function(s) io.stdout:write(s .. "\\n") end,
              function(s) io.output():write(s) io.write("\\n") end,
            }
            local n = 0
            local function all()
              for _, first in ipairs(ways) do
                for _, second in ipairs(ways) do
                  for _, way in ipairs({ first, second }) do n = n + 1 way(tostring(n)) end
                end
              end
            end
            all()
            function init(self) all() end
            function update(self) all() if n > 4 * 72 then os.exit() end end
            function final(self) all() end
            """;

    private static final String EXPECTED = numbers(6 * 72);

    @ParameterizedTest
    @ValueSource(strings = {"a pipe", "a terminal"})
    void inOneProcess(String where) {
        if (where.equals("a terminal")) {
            cli.onTerminal();
        }
        assertThat(cli.run("run", cli.script("a.lua", SCRIPT))).isZero();
        assertThat(cli.out()).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "012"})
    void asAProcessOfItsOwn(String terminals) throws IOException, InterruptedException {
        Process run = start("-Dscriptsocket.terminals=" + terminals, "run", cli.script("a.lua", SCRIPT));
        assertThat(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(EXPECTED);
        assertThat(run.waitFor()).isZero();
    }

    @Test
    void bytesAreWrittenAsTheyAre() {
        String script = cli.script("a.lua", "for i = 0, 255 do io.write(string.char(i)) end");
        assertThat(cli.run("run", script)).isZero();
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(cli.bytes()).isEqualTo(all);
    }

    /** The one that does not show its question before it waits for the answer is ended by the limit. */
    @ParameterizedTest
    @Timeout(120)
    @ValueSource(strings = {"print('name?')", "io.write('name?\\n')"})
    void aQuestionIsShownBeforeItsAnswerIsRead(String question) throws IOException, InterruptedException {
        String script = cli.script("a.lua", question + " print('hello ' .. io.read())");
        Process run = start("-Dx=y", "run", script);
        try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("name?");
            run.getOutputStream().write("Ann\n".getBytes(StandardCharsets.UTF_8));
            run.getOutputStream().close();
            assertThat(out.readLine()).isEqualTo("hello Ann");
        }
        assertThat(run.waitFor()).isZero();
    }

    private static Process start(String property, String... args) throws IOException {
        Stream<String> java = Stream.of(
                ProcessHandle.current().info().command().orElse("java"),
                property,
                "-cp",
                System.getProperty("java.class.path"),
                "org.scriptsocket.runner.Main");
        return new ProcessBuilder(Stream.concat(java, Arrays.stream(args)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String numbers(int last) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= last; i++) {
            lines.append(i).append('\n');
        }
        return lines.toString();
    }
}
