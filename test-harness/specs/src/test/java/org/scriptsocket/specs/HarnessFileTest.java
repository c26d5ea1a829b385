package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.script.Compilable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptsocket.lua.LuaScriptEngineFactory;

/** What the definition file says of the language of specs is what specs really have, all of it, and nothing else. */
class HarnessFileTest {

    private final ScriptEngine plain = new LuaScriptEngineFactory().getScriptEngine();

    @Test
    void it_knows_each_global_field_method_and_assertion_and_no_other(@TempDir Path folder) throws Exception {
        HarnessFile file = HarnessFile.read(definitions());
        String probe = resource("editor_probe.lua")
                .replace(
                        "local plain, declared, luassert = ...",
                        "local plain = { " + plainGlobals() + " } local declared = " + list(file.facts())
                                + " local luassert = { assert = "
                                + list(file.luassert().get("assert")) + ", match = "
                                + list(file.luassert().get("match")) + " }");
        var results = new Runs(folder).run(probe);
        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.succeeded(results)).hasSize(2);
    }

    @Test
    void it_is_lua() throws Exception {
        assertThat(definitions()).startsWith("---@meta\n");
        ((Compilable) plain).compile(definitions()).eval();
        assertThat(plain.eval("return type(harness.frame.text) .. type(describe)"))
                .isEqualTo("functionfunction");
    }

    private String plainGlobals() throws ScriptException {
        return String.valueOf(plain.eval(
                "local all = '' for name in pairs(_G) do all = all .. '[\"' .. name .. '\"] = true, ' end return all"));
    }

    private static String list(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String definitions() throws IOException {
        return resource("/META-INF/scriptsocket/library/harness.lua");
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(HarnessFileTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
