package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.JavaScript;

final class NashornTest extends EngineTest {

    NashornTest() {
        super("nashorn", "org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory", new JavaScript(), Map.of());
    }
}
