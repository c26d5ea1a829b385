package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxRunTest {

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    @Test
    void theGlobalsOfTheCommandLineStay() {
        String script = cli.script("a.lua", """
                log("log", io, dofile, os.getenv) print("print") pprint({1})
                function init(self) pcall(os.exit, 7) log("not reached") end
                function final(self) log("final") end""");
        assertThat(cli.run("run", "--sandbox", script)).isEqualTo(7);
        assertThat(cli.out()).isEqualTo("log\tnil\tnil\tnil\nprint\n{\n  1 = 1\n}\nfinal\n");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void aBudgetThatIsSpentEndsTheInstanceAndTheRunGoesOnWithTheOthers() {
        String script = cli.script("a.lua", """
                local n = 0
                function init(self) n = n + 1 self.n = n end
                function update(self)
                  if self.n == 1 then while true do end end
                  log("second") os.exit(3)
                end
                function final(self) log("final " .. self.n) end""");
        assertThat(cli.run(
                        "run",
                        "--sandbox",
                        "--budget",
                        "instructions=9999",
                        "--budget",
                        "time=10min",
                        "--instances",
                        "2",
                        script))
                .isEqualTo(3);
        assertThat(cli.out()).isEqualTo("second\nfinal 2\n");
        assertThat(cli.err())
                .contains("a.lua:4: the script used up its budget of 9999 instructions (sandbox.budget.instructions)");
    }

    @Test
    void whenTheLastInstanceWasEndedTheRunIsOver() {
        String script = cli.script("a.lua", "function update(self) while true do end end");
        assertThat(cli.run("run", "--sandbox", "--budget", "instructions=9999", "--timeout", "600", script))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sandbox", "--untrusted"})
    void itIsUntrusted(String option) {
        String script = cli.script("a.lua", """
                function init(self)
                  print(pcall(websocket.connect, "ws://peer/", {headers = "Host: a"}, print))
                  websocket.connect("ws://10.1.2.3/", {}, function(self, conn, data)
                    if data.event == websocket.EVENT_ERROR then print(data.message) end
                  end)
                end""");
        assertThat(cli.run("run", option, script)).isZero();
        assertThat(cli.out()).contains("a script that is not trusted").contains("Failed to open connection: ");
    }

    @Test
    void modulesAreThoseOfPathOnly() throws IOException {
        Files.writeString(folder.resolve("near.lua"), "return 'near'");
        Path given = Files.createDirectory(folder.resolve("given"));
        Files.writeString(given.resolve("module.lua"), "return 'module'");
        String script = cli.script("a.lua", "log(require 'module', (pcall(require, 'near')))");
        assertThat(cli.run("run", "--sandbox", "--path", given.toString(), script))
                .isZero();
        assertThat(cli.out()).isEqualTo("module\tfalse\n");
    }

    @Test
    void luajcAndOtherEnginesAreRefused() {
        String script = cli.script("a.lua", "");
        for (String[] order : new String[][] {{"--sandbox", "--luajc"}, {"--luajc", "--sandbox"}}) {
            assertThat(cli.run("run", order[0], order[1], script)).isEqualTo(2);
        }
        assertThat(cli.err())
                .contains(
                        "--luajc: A sandbox can not run scripts that LuaJC compiles: nothing would bound how long they run");
        assertThat(cli.run("run", "--sandbox", "--engine", "nashorn", script)).isEqualTo(2);
        assertThat(cli.err()).contains("--sandbox is for our Lua: no other engine bounds what its scripts do");
    }
}
