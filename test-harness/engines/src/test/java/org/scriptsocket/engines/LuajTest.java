package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.dialect.Lua;

final class LuajTest extends EngineTest {

    LuajTest() {
        super(
                "luaj",
                "org.luaj.vm2.script.LuaScriptEngineFactory",
                new Lua(),
                Map.of(
                        "5.2 CONNECTED with the handshake response",
                        "its headers are a plain table, and a look-up minds the case",
                        "5.4 ERROR with a refusal's status, headers and body",
                        "its headers are a plain table, and a look-up minds the case",
                        "5.8 an unknown name is reported with file and line",
                        "LuaJ does not name it"));
    }

    @Test
    void its_binding_has_less_than_80_lines_of_code() throws IOException {
        Path folder = Path.of("..", "..", "lua-module", "src", "main", "java", "org", "scriptsocket", "lua", "luaj");
        assertThat(Files.readAllLines(folder.resolve("LuajBinding.java")))
                .filteredOn(line -> !line.isBlank() && !line.matches("(import|package|/\\*\\*) .*"))
                .hasSizeLessThan(80);
    }

    @Override
    SocketCases overSockets() {
        return SocketCases.ALL;
    }
}
