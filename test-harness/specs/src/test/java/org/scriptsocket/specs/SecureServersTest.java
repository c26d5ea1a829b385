package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;

/** Servers that speak TLS, made by specs. */
class SecureServersTest {

    private static final String SECURE = "local server = harness.server{tls = true}";

    private Runs runs = new Runs(Path.of("."));

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @ParameterizedTest
    @CsvSource({"jetty, ''", "memory, ''", "jetty, harness.virtual_time()"})
    void aSecureServerIsTrustedByItsSpec(String transport, String begin) {
        runs.with(SpecSettings.TRANSPORT, transport);
        assertThat(Runs.failures(runs.test(
                        begin,
                        SECURE,
                        "assert.matches('^wss://127%.0%.0%.1:%d+$', server.url)",
                        "assert.matches('^wss://127%.0%.0%.1:%d+/chat$', server:url_of('/chat'))",
                        "server:on('/chat'):expect('hi'):send('hello'):close(4001, 'bye')",
                        "local c = websocket.connect(server:url_of('/chat'), {timeout = 9000})",
                        "await(c, 'connected')",
                        "websocket.send(c, 'hi', {type = websocket.DATA_TYPE_TEXT})",
                        "assert.equal('hello', await(c, 'message').message)",
                        "assert.equal(4001, await(c, 'disconnected').code)")))
                .isEmpty();
    }

    @Test
    void aPlainConnectToASecureServerFails() {
        assertThat(Runs.failures(runs.test(
                        SECURE,
                        "local c = websocket.connect((server.url:gsub('^wss', 'ws')), {timeout = 9000})",
                        "assert.equal(1006, await(c, 'disconnected').code)")))
                .isEmpty();
    }

    @Test
    void nobodyElseIsTrustedForIt() {
        var stranger = CertificateAuthority.create("stranger").sign("127.0.0.1").sockets();
        try (MisbehavingServer server = MisbehavingServer.start(stranger)) {
            assertThat(Runs.failures(runs.test(
                            SECURE,
                            "local c = websocket.connect('" + server.url() + "', {timeout = 9000})",
                            "assert.matches('^Failed to open connection: ', await(c, 'error').message)",
                            "await(c, 'disconnected')")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tsl = true}; there is no option 'tsl'; known are tls",
                "{tls = 1}; tls: true or false expected, got number",
                "{}, 1; 'harness.server' takes one argument at most, got 2",
                "'tls'; table expected, got string"
            })
    void anOptionThatIsNoneIsAnError(String call) {
        String[] parts = call.split("; ", 2);
        assertThat(Runs.failure(runs.test("harness.server(" + parts[0] + ")")))
                .contains("chat_spec.lua:2: ")
                .contains(parts[1]);
    }

    @Test
    void aTransportThatCanNotBeToldWhomToTrustSaysSo() {
        try (MemoryTransport transport = MemoryTransport.recording()) {
            assertThatThrownBy(() -> transport.trusting(List.of()))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("the transport memory can not be told whom to trust");
        }
    }
}
