package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.Groovy;

final class GroovyTest extends OneScriptTest {

    GroovyTest() {
        super("groovy", "org.codehaus.groovy.jsr223.GroovyScriptEngineFactory", new Groovy(), Map.of());
    }
}
