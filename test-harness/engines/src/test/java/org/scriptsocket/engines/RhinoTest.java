package org.scriptsocket.engines;

final class RhinoTest extends JavaScriptTest {

    RhinoTest() {
        super("rhino", "org.mozilla.javascript.engine.RhinoScriptEngineFactory");
    }

    @Override
    SocketCases overSockets() {
        return SocketCases.ALL;
    }
}
