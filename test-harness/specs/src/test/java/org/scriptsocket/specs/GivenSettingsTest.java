package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of hosts and transports, given to the engine by configuration parameters. */
class GivenSettingsTest {

    private static final String[] SENDS = {
        "local server = harness.server()",
        "local c = websocket.connect(server.url)",
        "await(c, 'connected')",
        "local sent, why = pcall(websocket.send, c, '0123456789')",
        "websocket.disconnect(c)",
        "assert(not sent and why:find('message%-out'), why)",
    };

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @ParameterizedTest
    @CsvSource({"jetty", "memory"})
    void aFileBoundsTheHosts(String transport) {
        runs.with(SpecSettings.TRANSPORT, transport).with(SpecSettings.SETTINGS, file("limit.message-out = 5"));
        assertThat(Runs.failures(runs.test(SENDS))).isEmpty();
    }

    @Test
    void aSingleSettingGoesBeforeTheFile() {
        runs.with(SpecSettings.SETTINGS, file("limit.message-out = 5000"))
                .with(SpecSettings.SETTING + "limit.message-out", "5");
        assertThat(Runs.failures(runs.test(SENDS))).isEmpty();
    }

    @Test
    void asASystemPropertyToo() {
        String name = SpecSettings.SETTING + "policy.1";
        System.setProperty(name, "dney *");
        try {
            assertThat(Runs.failures(runs.withSystemProperties()
                            .test("local c = websocket.connect(harness.server().url)", "await(c, 'error')")))
                    .isEmpty();
        } finally {
            System.clearProperty(name);
        }
    }

    @Test
    void thePolicyOfTheHostIsAsked() {
        runs.with(SpecSettings.SETTING + "policy.1", "deny 127.0.0.0/8")
                .with(SpecSettings.SETTING + "policy.2", "anywhere");
        assertThat(Runs.failures(runs.test(
                        "local c = websocket.connect(harness.server().url)",
                        "assert.matches('127.0.0.0/8', await(c, 'error').message, 1, true)")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aFileConfiguresTheTransport(boolean tls) {
        runs.with(SpecSettings.SETTINGS, file("user-agent = specs/1"));
        assertThat(Runs.failures(runs.test(
                        "local server = harness.server{ tls = " + tls + " }",
                        "local c = websocket.connect(server.url)",
                        "await(c, 'connected')",
                        "assert(server:requests()[1].headers['User-Agent'] == 'specs/1')",
                        "websocket.disconnect(c)")))
                .isEmpty();
    }

    @Test
    void inVirtualTimeTheTransportIsNotUsed() {
        runs.with(SpecSettings.SETTING + "proxy", "http://127.0.0.1:1");
        assertThat(Runs.failures(runs.run(
                        "harness.virtual_time()",
                        "describe('chat', function() it('works', function()",
                        "  local c = websocket.connect(harness.server().url)",
                        "  await(c, 'connected')",
                        "  websocket.disconnect(c)",
                        "end) end)")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scriptsocket.specs.setting.nope             | 1    | scriptsocket.specs.setting.nope: there is no such setting
            scriptsocket.specs.setting.tls.minimum      | 1    | scriptsocket.specs.setting.tls.minimum: TLS 1.2 or 1.3 expected, got '1'
            scriptsocket.specs.setting.sandbox          | true | scriptsocket.specs.setting.sandbox: specs do not run in a sandbox
            scriptsocket.specs.setting.limit.message-in | much | scriptsocket.specs.setting.limit.message-in: a size such as 16MiB, 64KiB or 512 expected
            scriptsocket.specs.settings                 | no/x | scriptsocket.specs.settings: no/x can not be read as a properties file
            """)
    void aMistakeIsNamedBeforeAnyTestRuns(String parameter, String value, String message) {
        runs.with(parameter, value);
        assertThatThrownBy(() -> runs.test("")).rootCause().hasMessageStartingWith(message);
    }

    @Test
    void aMistakeInTheFileNamesItAndTheKey() {
        String file = file("compress = maybe");
        runs.with(SpecSettings.SETTINGS, file);
        assertThatThrownBy(() -> runs.test(""))
                .hasRootCauseMessage(
                        "scriptsocket.specs.settings: " + file + ": compress: true or false expected, got 'maybe'");
    }

    @Test
    void aTransportThatDoesNotKnowASettingIsNamed() {
        runs.with(SpecSettings.TRANSPORT, "memory").with(SpecSettings.SETTING + "tls.minimum", "1.3");
        assertThatThrownBy(() -> runs.test(""))
                .hasRootCauseMessage(
                        "scriptsocket.specs.setting.tls.minimum: the transport 'memory' does not know this setting");
    }

    private String file(String line) {
        return runs.write("specs.properties", line).toString();
    }
}
