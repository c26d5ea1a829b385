package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.jetty.JettyTransportModule;
import org.scriptsocket.lua.LuaModule;
import org.scriptsocket.lua.LuaSandbox;
import org.scriptsocket.lua.LuaScriptEngineFactory;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.ScriptBudget;

/** The code of docs/guide-sandbox.md. */
final class SandboxGuideTest {

    private final List<ScriptError> errors = new ArrayList<>();

    @Test
    void the_code_of_the_page_ends_a_script_that_does_not_end() throws Exception {
        String source = "function update(self) while true do end end function final(self) error('final') end";
        LuaSandbox sandbox =
                LuaSandbox.restricted().withTime(Duration.ofMillis(50)).withInstructions(200_000);
        ScriptEngine engine = new LuaScriptEngineFactory().withSandbox(sandbox).getScriptEngine();
        try (ScriptHost host =
                ScriptHost.builder().untrusted().onScriptError(this::told).build()) {
            ScriptInstance guest = host.load(engine, source, "guest.lua").start();
            host.update(1 / 60.0);
            assertThat(guest.isClosed()).isTrue();
        }
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.ended()).isTrue();
            assertThat(error.located()).startsWith("guest.lua:1: the script used up its budget of ");
        });
    }

    @Test
    void its_code_is_this() throws Exception {
        String page = Files.readString(Path.of("guide-sandbox.md"));
        String here = Files.readString(Path.of("src/test/java/org/scriptsocket/docs/SandboxGuideTest.java"))
                .replaceAll("\\s+", "");
        String code = page.substring(page.indexOf("```java\n") + 8, page.indexOf("```\n", page.indexOf("```java")));
        assertThat(code.lines()
                        .map(line -> line.replaceAll("\\s+", ""))
                        .filter(line -> !line.startsWith("//") && !line.equals("}")))
                .hasSize(5)
                .allMatch(here::contains);
    }

    @ParameterizedTest
    @EnumSource
    void its_table_has_every_budget_with_its_default(ScriptBudget budget) throws Exception {
        assertThat(Files.readString(Path.of("guide-sandbox.md")))
                .contains("| `" + budget.settingName() + "` | " + budget.format(budget.standard()) + " |");
    }

    @Test
    void guice_makes_one_of_a_binding() throws Exception {
        Injector injector = Guice.createInjector(
                new JettyTransportModule(),
                new LuaModule(),
                binder -> OptionalBinder.newOptionalBinder(binder, LuaSandbox.class)
                        .setBinding()
                        .toInstance(LuaSandbox.restricted()));
        ScriptEngine lua = injector.getInstance(ScriptEngineManager.class).getEngineByName("lua-websocket");
        assertThat(lua.eval("return io")).isNull();
        assertThat(injector.getInstance(HostSettings.class)).isEqualTo(HostSettings.sandbox());
    }

    private void told(ScriptError error) {
        errors.add(error);
    }
}
