package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.script.LuajContext;
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

    /** Its binding loads scripts past {@code eval}, and with it past the variables of {@code javax.script}. */
    @Override
    void put(ScriptEngine engine, String name, String value) {
        ((LuajContext) engine.getContext()).globals.set(name, value);
    }

    @Test
    void its_binding_has_less_than_80_lines_without_imports_and_blank_ones() throws IOException {
        Path source = Path.of("src", "test", "java", "org", "scriptsocket", "engines", "luaj", "StockLuaBinding.java");
        assertThat(Files.readAllLines(source))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                .hasSizeLessThan(80);
    }

    @Override
    SocketCases overSockets() {
        return SocketCases.ALL;
    }
}
