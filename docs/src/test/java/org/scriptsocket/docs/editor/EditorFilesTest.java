package org.scriptsocket.docs.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.script.Compilable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.EventRecorder;
import org.scriptsocket.kit.junit.ScriptSocketTest;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;

/** What the files for editors say of {@code websocket} is what the module really is, all of it, and nothing else. */
@ScriptSocketTest(virtualTime = true)
final class EditorFilesTest {

    private static final String LUALS = EditorFiles.text("library/websocket.lua");
    private static final String SCRIPT_API = EditorFiles.text("websocket.script_api");

    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
    private Set<String> module;

    @BeforeEach
    void probe(ScriptHost host, MemoryTransport peers, EventRecorder events) throws Exception {
        peers.on(
                "/talk",
                Behaviour.accept().send("x").send(Frame.binary((byte) 0)).close(4001, "why"));
        peers.on("/refuse", Behaviour.reject(403).header("X-Why", "secret").body("go away"));
        host.load(engine, resource("probe.lua"), "probe.lua").start();
        events.of(1).assertConnected();
        events.of(1).assertText("x");
        events.of(1).assertBinary((byte) 0);
        events.of(1).assertClosed(4001, "why");
        events.of(2).assertError("Wrong response status: 403");
        events.of(2).assertClosed(1006);
        module = new TreeSet<>(keys("facts"));
    }

    @Test
    void luals_knows_each_function_constant_parameter_and_field_and_no_other() {
        assertThat(LuaLsFacts.of(LUALS)).containsExactlyElementsOf(module);
    }

    @Test
    void script_api_knows_each_function_constant_parameter_and_field_and_no_other() {
        Set<String> withoutValues = module.stream()
                .map(fact -> fact.replaceFirst("^(constant \\w+) \\d+$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ScriptApiFacts.of(SCRIPT_API)).containsExactlyElementsOf(withoutValues);
    }

    @Test
    void the_definition_file_is_lua_that_gives_a_module_of_the_same_shape() throws ScriptException {
        assertThat(LUALS).startsWith("---@meta\n");
        Set<String> real = keys("websocket");
        engine.eval("websocket = nil");
        ((Compilable) engine).compile(LUALS).eval();
        assertThat(keys("websocket")).isEqualTo(real);
    }

    private Set<String> keys(String table) throws ScriptException {
        engine.eval("function keys(t) local all = {} for key in pairs(t) do all[#all + 1] = key end"
                + " return table.concat(all, '\\n') end");
        return String.valueOf(engine.eval("return keys(" + table + ")")).lines().collect(Collectors.toSet());
    }

    @Test
    void all_files_stand_in_the_folder_that_the_page_names() throws Exception {
        String page = Files.readString(Path.of("editors.md"));
        for (String name : List.of("library/websocket.lua", "library/harness.lua", "websocket.script_api")) {
            assertThat(page).contains("| `" + name + "` |", "`docs/target/editor`");
            Path file = Path.of("target", "editor").resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, EditorFiles.text(name));
        }
    }

    private static String resource(String name) throws Exception {
        try (var in = Objects.requireNonNull(EditorFilesTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
