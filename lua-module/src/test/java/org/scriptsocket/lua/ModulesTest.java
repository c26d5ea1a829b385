package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.multibindings.OptionalBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.OneArgFunction;
import org.scriptsocket.transport.Transport;

class ModulesTest {

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private Path scripts;
    private Path given;

    @BeforeEach
    void folders() throws IOException {
        scripts = Files.createDirectory(folder.resolve("scripts"));
        given = Files.createDirectories(folder.resolve("given"));
    }

    private static Path write(Path file, String source) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    @Test
    void requireFindsFilesBesideTheScriptThatAHostLoads() throws Exception {
        write(scripts.resolve("near.lua"), "local name = ... return {name = name}");
        write(scripts.resolve("sub/deep.lua"), "return require('near').name .. '!'");
        write(scripts.resolve("pack/init.lua"), "return 'a package'");
        Path main = write(
                scripts.resolve("main.lua"), "result = require('near').name .. require('sub.deep') .. require('pack')");
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        ScriptHost host = ScriptHost.builder()
                .transport(new MemoryTransport(clock))
                .clock(clock)
                .build();
        host.load(engine, main);
        assertThat(engine.get("result")).isEqualTo("nearnear!a package");
        host.abort();
    }

    @Test
    void requireFindsFilesBesideTheScriptThatIsEvaluatedByItsFileName() throws Exception {
        write(scripts.resolve("near.lua"), "return 'near'");
        Path main = write(scripts.resolve("main.lua"), "return require('near')");
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        engine.put(ScriptEngine.FILENAME, main.toString());
        assertThat(engine.eval(Files.readString(main))).isEqualTo("near");
    }

    @Test
    void requireFindsFilesInTheGivenFoldersAfterThoseOfTheScript() throws Exception {
        write(given.resolve("both.lua"), "return 'given'");
        write(given.resolve("far.lua"), "return 'far'");
        write(scripts.resolve("both.lua"), "return 'beside'");
        Path main = write(scripts.resolve("main.lua"), "return require('both') .. require('far')");
        ScriptEngine engine = new LuaScriptEngineFactory()
                .withModules(ModuleFolders.of(given))
                .getScriptEngine();
        engine.put(ScriptEngine.FILENAME, main.toString());
        assertThat(engine.eval(Files.readString(main))).isEqualTo("besidefar");
    }

    @Test
    void anInjectorGivesTheFolders() throws Exception {
        write(given.resolve("far.lua"), "return 'far'");
        ScriptEngineManager manager = Guice.createInjector(new LuaModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Transport.class).toInstance(new MemoryTransport(clock));
                        OptionalBinder.newOptionalBinder(binder(), ModuleFolders.class)
                                .setBinding()
                                .toInstance(ModuleFolders.of(given));
                    }
                })
                .getInstance(ScriptEngineManager.class);
        assertThat(manager.getEngineByName("lua-websocket").eval("return require('far')"))
                .isEqualTo("far");
    }

    @Test
    void whatIsNotFoundIsToldWithAllFilesThatWereTried() {
        ScriptEngine engine = new LuaScriptEngineFactory()
                .withModules(ModuleFolders.of(given))
                .getScriptEngine();
        assertThatThrownBy(() -> engine.eval("require('no.such')"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("script:1: module 'no.such' not found:\n\tno field package.preload['no.such']\n\tno file '"
                        + given.resolve("no/such.lua") + "'\n\tno file '" + given.resolve("no/such/init.lua")
                        + "'\n\tno file './no/such.lua'\n\tno file './no/such/init.lua'");
    }

    /** A module in Java. */
    public static final class Answer extends OneArgFunction {
        @Override
        public LuaValue call(LuaValue name) {
            return LuaValue.valueOf(42);
        }
    }

    @Test
    void javaClassesAreModulesOnlyWhereTheHostAllowsIt() throws Exception {
        String script = "return require('" + Answer.class.getName() + "')";
        assertThatThrownBy(() -> new LuaScriptEngineFactory().getScriptEngine().eval(script))
                .hasMessageContaining("module '" + Answer.class.getName() + "' not found");
        assertThat(new LuaScriptEngineFactory().withLuajava().getScriptEngine().eval(script))
                .isEqualTo(42);
    }

    @Test
    void aScriptMayChangeThePathItself() throws Exception {
        write(given.resolve("far.lua"), "return 'far'");
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        engine.put("folder", given.toString());
        assertThat(engine.eval("package.path = folder .. '/?.lua' return require('far')"))
                .isEqualTo("far");
    }
}
