package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.dialect.Ruby;

final class JRubyTest extends EngineTest {

    JRubyTest() {
        super("jruby", "org.jruby.embed.jsr223.JRubyEngineFactory", new Ruby(), Map.of());
    }

    @Override
    protected boolean isSlow() {
        return !isAllAskedFor();
    }

    @Test
    void a_second_host_in_the_same_runtime_is_refused_and_the_error_names_the_setting() throws Exception {
        ScriptEngine one = engine();
        ScriptEngine two = engine();
        ScriptHost host = ScriptHost.of(one);
        try {
            assertThatThrownBy(() -> ScriptHost.of(two)).hasMessageContaining("org.jruby.embed.localcontext.scope");
        } finally {
            host.close();
        }
    }

    @Override
    SocketCases overSockets() {
        return SocketCases.MESSAGES;
    }
}
