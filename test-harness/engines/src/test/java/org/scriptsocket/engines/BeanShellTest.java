package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.BeanShell;

final class BeanShellTest extends OneScriptTest {

    BeanShellTest() {
        super("beanshell", "bsh.engine.BshScriptEngineFactory", new BeanShell(), Map.of());
    }

    @Override
    SocketCases overSockets() {
        return SocketCases.ALL;
    }
}
