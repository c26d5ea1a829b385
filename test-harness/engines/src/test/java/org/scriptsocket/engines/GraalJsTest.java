package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.dialect.JavaScript;

final class GraalJsTest extends EngineTest {

    GraalJsTest() {
        super("graaljs", "com.oracle.truffle.js.scriptengine.GraalJSEngineFactory", new JavaScript(), Map.of());
    }

    @Test
    void an_engine_that_has_run_something_lacks_a_setting_and_the_error_names_it() throws Exception {
        ScriptEngine engine = engine();
        engine.eval("1");
        assertThatThrownBy(() -> ScriptHost.of(engine)).hasMessageContaining("polyglot.js.allowHostAccess");
    }
}
