package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.Limits;

class UntrustedTest {

    private static final String SCRIPT = """
            function dial(self, url, headers)
              websocket.connect(url, {headers = headers}, function(self, c, data) last = data.message end)
            end
            function told(self) return last end
            """;

    private final MemoryTransport transport = new MemoryTransport();

    @ParameterizedTest
    @ValueSource(strings = {"Host: intern.example", "X-A: 1\r\nhOsT: x\r\n", "host:"})
    void a_script_that_is_not_trusted_can_not_set_Host(String headers) throws Exception {
        try (ScriptHost host =
                ScriptHost.builder().untrusted().transport(transport).build()) {
            ScriptInstance instance = start(host);
            assertThatThrownBy(() -> instance.call("dial", "ws://peer/", headers))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining(
                            "bad argument #2 to 'connect' (headers: 'Host' may not be set by a script that is not trusted)");
            instance.call("dial", "ws://93.184.216.34/", "X-Host: a");
            assertThat(host.connections()).hasSize(1);
        }
    }

    @Test
    void it_connects_to_public_addresses_only_and_has_small_limits() throws Exception {
        ScriptHost.Builder builder = ScriptHost.builder().untrusted().transport(transport);
        assertThat(builder.limits()).isEqualTo(Limits.sandbox());
        try (ScriptHost host = builder.build()) {
            ScriptInstance instance = start(host);
            instance.call("dial", "ws://10.1.2.3/", null);
            host.run(0, host::isIdle);
            assertThat(instance.call("told")).asString().isEmpty();
            assertThat(host.flightRecorder()).contains("10.1.2.3").contains("private");
        }
    }

    @Test
    void what_the_application_says_itself_goes_before() throws Exception {
        ScriptHost.Builder builder = ScriptHost.builder()
                .limits(Limits.standard().with("connections", "3"))
                .policy(AddressPolicy.anywhere())
                .untrusted()
                .transport(transport);
        assertThat(builder.limits().connections()).isEqualTo(3);
    }

    @Test
    void properties_say_so_too() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("untrusted", "true");
        properties.setProperty("limit.connections", "3");
        ScriptHost.Builder builder = ScriptHost.builder().settings(properties).transport(transport);
        assertThat(builder.limits()).isEqualTo(Limits.sandbox().with("connections", "3"));
        try (ScriptHost host = builder.build()) {
            ScriptInstance instance = start(host);
            assertThatThrownBy(() -> instance.call("dial", "ws://peer/", "Host: x"))
                    .hasMessageContaining("'Host'");
        }
    }

    private static ScriptInstance start(ScriptHost host) throws ScriptException {
        return host.load(new LuaScriptEngineFactory().getScriptEngine(), SCRIPT, "a.lua")
                .start();
    }
}
