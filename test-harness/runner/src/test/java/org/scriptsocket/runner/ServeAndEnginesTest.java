package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.script.ScriptBinding;

class ServeAndEnginesTest extends CommandTest {

    @Test
    void servePrintsItsUrlAndEndsWhenAsked() throws InterruptedException {
        Shutdown shutdown = new Shutdown();
        Thread asking = new Thread(shutdown::ask);
        asking.start();

        assertThat(cli.run(shutdown, "serve")).isZero();
        shutdown.finished();
        asking.join();

        assertThat(cli.out()).matches("ws://127\\.0\\.0\\.1:\\d+\n");
    }

    @Test
    void aPortThatIsTakenIsToldOf() {
        try (MisbehavingServer other = MisbehavingServer.serve(0)) {
            assertThat(cli.run("serve", "--port", "" + other.port())).isEqualTo(2);

            assertThat(cli.err()).contains("port " + other.port() + " can not be had");
        }
    }

    @Test
    void enginesListsWhatWasFound() {
        assertThat(cli.run("engines")).isZero();

        assertThat(cli.out().lines())
                .anyMatch(line -> line.matches("  lua-websocket .*, Lua .*; names: lua-websocket.*; extensions: lua"))
                .anyMatch(line -> line.matches("  OpenJDK Nashorn 15\\.6, .*; extensions: js"))
                .anyMatch(line -> line.startsWith("  Luaj ") && !line.contains("unusable"))
                .anyMatch(line -> line.startsWith("  jetty"));
    }

    @Test
    void anEngineThatNoBindingSupportsIsNamed() {
        String script = cli.script("a.lua", "log('not reached')");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(withoutBindings(before));
            assertThat(cli.run("engines")).isZero();
            assertThat(cli.run("run", "--engine", "luaj", script)).isEqualTo(2);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertThat(cli.out()).contains("unusable: The script engine 'Luaj' can not be used");
        assertThat(cli.err()).contains("The script engine 'Luaj' can not be used");
    }

    private static ClassLoader withoutBindings(ClassLoader parent) {
        return new ClassLoader(parent) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                boolean hidden = name.endsWith(ScriptBinding.class.getName());
                return hidden ? Collections.emptyEnumeration() : super.getResources(name);
            }
        };
    }

    @Test
    void aBrokenProviderIsNamedAndHidesNoOther() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("javax.script.ScriptEngineFactory"), "org.example.Missing\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader broken =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(broken);
            assertThat(cli.run("engines")).isZero();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertThat(cli.out())
                .containsPattern("  unusable: .*org\\.example\\.Missing")
                .contains("  lua-websocket ", "  jetty");
    }
}
