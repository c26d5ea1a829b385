package org.scriptsocket.engines;

final class NashornTest extends JavaScriptTest {

    NashornTest() {
        super("nashorn", "org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory");
    }
}
