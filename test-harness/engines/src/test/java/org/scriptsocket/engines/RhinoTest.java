package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.JavaScript;

final class RhinoTest extends EngineTest {

    RhinoTest() {
        super("rhino", "org.mozilla.javascript.engine.RhinoScriptEngineFactory", new JavaScript(), Map.of());
    }
}
