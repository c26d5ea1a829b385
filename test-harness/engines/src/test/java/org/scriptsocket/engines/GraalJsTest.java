package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;

final class GraalJsTest extends JavaScriptTest {

    GraalJsTest() {
        super("graaljs", "com.oracle.truffle.js.scriptengine.GraalJSEngineFactory");
    }

    @Test
    void an_engine_that_has_run_something_lacks_a_setting_and_the_error_names_it() throws Exception {
        ScriptEngine engine = engine();
        engine.eval("1");
        assertThatThrownBy(() -> ScriptHost.of(engine)).hasMessageContaining("polyglot.js.allowHostAccess");
    }
}
