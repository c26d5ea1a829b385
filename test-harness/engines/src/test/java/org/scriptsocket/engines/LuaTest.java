package org.scriptsocket.engines;

import java.util.List;
import java.util.Map;
import org.scriptsocket.jdk.JdkTransport;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.dialect.Lua;
import org.scriptsocket.transport.Transport;

final class LuaTest extends EngineTest {

    LuaTest() {
        super("lua", "org.scriptsocket.lua.LuaScriptEngineFactory", new Lua(), Map.of());
    }

    @Override
    protected List<Transport> transports() {
        return List.of(new JettyTransport(), new JdkTransport());
    }

    @Override
    protected boolean isPlayed(String id, boolean saysMost, Transport transport) {
        return true;
    }
}
