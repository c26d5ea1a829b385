package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.Lua;

final class LuaTest extends EngineTest {

    LuaTest() {
        super("lua", "org.scriptsocket.lua.LuaScriptEngineFactory", new Lua(), Map.of());
    }

    @Override
    SocketCases overSockets() {
        return SocketCases.ALL;
    }
}
