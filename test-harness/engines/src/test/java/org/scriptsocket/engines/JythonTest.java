package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.Python;

final class JythonTest extends EngineTest {

    JythonTest() {
        super("jython", "org.python.jsr223.PyScriptEngineFactory", new Python(), Map.of());
    }

    @Override
    SocketCases overSockets() {
        return SocketCases.MESSAGES;
    }
}
