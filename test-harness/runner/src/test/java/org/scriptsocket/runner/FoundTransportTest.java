package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.SettingException;
import org.scriptsocket.websocket.MissingTransportException;

/** A host that finds its transport gives it the settings that stand in the host's own properties file. */
class FoundTransportTest {

    @TempDir
    Path folder;

    private ClassLoader probing = ClassLoader.getSystemClassLoader();

    @BeforeEach
    void know() throws IOException {
        probing = ProbeTransport.loader(folder);
    }

    @Test
    void aFileWorksWhole() throws Exception {
        CertificateAuthority authority = CertificateAuthority.create("Test CA");
        Path file = file("""
                user-agent = found/1
                tls.trusted.1 = %s
                limit.message-out = 5
                """.formatted(authority.writePem(folder.resolve("ca.pem"))));
        try (MisbehavingServer server =
                        MisbehavingServer.start(authority.sign("127.0.0.1").sockets());
                ScriptHost host = ScriptHost.builder().settings(file).build()) {
            server.otherwise(Behaviour.accept());
            ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
            lua.put("URL", server.url());
            host.load(lua, """
                    websocket.connect(URL, { timeout = 60000 }, function(self, c, data)
                      if data.event == websocket.EVENT_CONNECTED then
                        sent, why = pcall(websocket.send, c, '0123456789')
                        websocket.disconnect(c)
                      end
                      failed = failed or data.event == websocket.EVENT_ERROR and data.message
                    end)
                    """, "a.lua");
            host.run(0, host::isIdle);
            assertThat(lua.get("failed")).isNotInstanceOf(String.class);
            assertThat(lua.get("why")).asString().contains("message-out");
            assertThat(server.takeConnection().takeRequest().header("User-Agent"))
                    .isEqualTo("found/1");
        }
    }

    @Test
    void hostsWithTheSameSettingsShareATransportAndTheLastOneStopsIt() throws IOException {
        Path file = file("compress = true\nlimit.connections = 1\n");
        Path same = Files.writeString(folder.resolve("same.properties"), "compress = true\nlimit.connections = 2\n");
        ScriptHost one = host(file);
        ScriptHost two = host(same);
        assertThat(ProbeTransport.made()).isEqualTo(1);
        one.close();
        assertThat(ProbeTransport.closed()).isZero();
        two.close();
        assertThat(ProbeTransport.closed()).isEqualTo(1);
    }

    @Test
    void hostsWithOtherSettingsHaveAnotherTransport() throws IOException {
        Path other = Files.writeString(folder.resolve("other.properties"), "user-agent = other/1\n");
        ScriptHost one = host(file("compress = true\n"));
        ScriptHost two = host(other);
        assertThat(ProbeTransport.made()).isEqualTo(2);
        one.close();
        assertThat(ProbeTransport.closed()).isEqualTo(1);
        two.close();
        assertThat(ProbeTransport.closed()).isEqualTo(2);
    }

    @Test
    void aMistakeIsToldWhenTheHostIsBuilt() throws IOException {
        Path file = file("tls.minimum = 1.1\n");
        ScriptHost.Builder builder = ScriptHost.builder().settings(file);
        assertThatThrownBy(builder::build)
                .isInstanceOf(SettingException.class)
                .hasMessage(file + ": tls.minimum: TLS 1.2 or 1.3 expected, got '1.1'");
    }

    @Test
    void aTransportThatDoesNotKnowASettingIsTold() throws IOException {
        Path file = file("proxy = http://proxy\n");
        ScriptHost.Builder builder = ScriptHost.builder().transport("memory").settings(file);
        assertThatThrownBy(builder::build)
                .hasMessage(file + ": proxy: the transport 'memory' does not know this setting");
    }

    @Test
    void aTransportThatIsMissingIsToldWhenThereAreSettingsForIt() throws IOException {
        ScriptHost.Builder builder = ScriptHost.builder().transport("pigeon").settings(file("compress = true\n"));
        assertThatThrownBy(builder::build).isInstanceOf(MissingTransportException.class);
    }

    @Test
    void withoutSettingsForItItIsNotLookedFor() throws IOException {
        ScriptHost.builder()
                .transport("pigeon")
                .settings(file("limit.connections = 1\n"))
                .build()
                .close();
    }

    private ScriptHost host(Path file) throws IOException {
        return ScriptHost.builder()
                .classLoader(probing)
                .transport("probe")
                .settings(file)
                .build();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.properties"), text);
    }
}
