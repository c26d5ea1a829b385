package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.engine.Dialect;
import org.scriptsocket.kit.memory.MemoryTransport;

/** An engine in which the definitions of two scripts can't be told apart. */
abstract class OneScriptTest extends EngineTest {

    private static final String TWO = "9.3 two scripts in one engine keep their own functions";
    private static final String ONE = "its definitions can't be told apart, so an engine holds one script";

    OneScriptTest(String name, String factory, Dialect dialect, Map<String, String> more) {
        super(name, factory, dialect, with(more));
    }

    @Test
    void a_second_script_is_refused_in_plain_words() throws Exception {
        try (MemoryTransport transport = new MemoryTransport();
                ScriptHost host = ScriptHost.builder().transport(transport).build()) {
            ScriptEngine engine = engine();
            host.load(engine, "", "a.txt");
            assertThatThrownBy(() -> host.load(engine, "", "b.txt"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageMatching(
                            "An engine for \\w+ holds one script, and this one holds a.txt: use another engine for b.txt");
        }
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put(TWO, ONE);
        return all;
    }
}
