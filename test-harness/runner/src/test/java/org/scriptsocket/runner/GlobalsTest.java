package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GlobalsTest extends CommandTest {

    @Test
    void logAndPrintWriteTheirArgumentsByTostringOnOneLine() {
        String script = cli.script("a.lua", """
                local named = setmetatable({}, {__tostring = function() return "named" end})
                log(1, nil, true, named, "text")
                print("a", nil)
                log()
                """);

        assertThat(cli.run("run", script)).isZero();

        assertThat(cli.out()).isEqualTo("1\tnil\ttrue\tnamed\ttext\na\tnil\n\n");
    }

    @Test
    void logWritesBytesAsTheyAre() {
        String script = cli.script(
                "a.lua", "local s = {} for i = 0, 255 do s[#s + 1] = string.char(i) end log(table.concat(s))");

        cli.run("run", script);

        byte[] expected = new byte[257];
        for (int i = 0; i < 256; i++) {
            expected[i] = (byte) i;
        }
        expected[256] = '\n';
        assertThat(cli.bytes()).isEqualTo(expected);
    }

    @Test
    void pprintWritesTablesSoThatTheyCanBeRead() {
        String script = cli.script("a.lua", """
                local t = {10, 20, name = "Ann", inner = {["two words"] = true}, none = {}}
                t.self = t
                pprint(t, "text", nil)
                """);

        cli.run("run", script);

        assertThat(cli.out()).isEqualTo("""
                        {
                          1 = 10,
                          2 = 20,
                          inner = {
                            ["two words"] = true
                          },
                          name = "Ann",
                          none = { },
                          self = { ... }
                        }
                        "text"
                        nil
                        """);
    }

    @Test
    void exitGoesPastPcallAndRunsFinal() {
        String script = cli.script("a.lua", """
                function init(self) log(pcall(os.exit, 3)) log("not reached") end
                function final(self) log("final") end
                """);

        assertThat(cli.run("run", script)).isEqualTo(3);

        assertThat(cli.out()).isEqualTo("final\n");
    }

    @Test
    void exitEndsTheRunFromInsideACoroutineToo() {
        String script = cli.script("a.lua", """
                function update(self)
                  coroutine.wrap(function() os.exit(4) end)()
                  log("not reached")
                end
                function final(self) log("final") end
                """);

        assertThat(cli.run("run", script)).isEqualTo(4);

        assertThat(cli.out()).isEqualTo("final\n");
    }

    @Test
    void exitTakesWhatLuaTakes() {
        assertThat(cli.run("run", cli.script("a.lua", "os.exit()"))).isZero();
        assertThat(cli.run("run", cli.script("a.lua", "os.exit(true)"))).isZero();
        assertThat(cli.run("run", cli.script("a.lua", "os.exit(false)"))).isEqualTo(1);
        assertThat(cli.run("run", cli.script("a.lua", "os.exit('5')"))).isEqualTo(5);
        assertThat(cli.run("run", cli.script("a.lua", "\nos.exit({})"))).isEqualTo(1);

        assertThat(cli.err()).contains("a.lua:2: bad argument #1 to 'exit' (number expected, got table)");
    }

    @Test
    void theFirstExitTellsTheStatus() {
        String script = cli.script("a.lua", "function init() os.exit(3) end function final() os.exit(5) end");

        assertThat(cli.run("run", script)).isEqualTo(3);
    }

    @Test
    void theWholeOutputIsThereWhenTheRunIsOver() {
        cli.run("run", cli.script("a.lua", "for i = 1, 20000 do log(i) end"));

        assertThat(new String(cli.bytes(), StandardCharsets.US_ASCII).lines())
                .hasSize(20000)
                .endsWith("20000");
    }
}
