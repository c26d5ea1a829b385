package org.scriptsocket.specs;

import java.util.List;
import java.util.function.Supplier;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** The servers that a spec makes by {@code harness.server()}. */
final class SpecServers implements AutoCloseable {

    private final Supplier<Peers> peers;

    /** @param peers starts a server, which is closed by its maker */
    SpecServers(Supplier<Peers> peers) {
        this.peers = peers;
    }

    void install(LuaValue harness) {
        JavaFunction.define(harness.checktable(), "server", arguments -> {
            LuaTable server = new LuaTable();
            server.set("url", Texts.of(peers.get().url()));
            return server;
        });
    }

    /** What the servers have waited for in vain, a sentence each. */
    List<String> unmet() {
        return List.of();
    }

    @Override
    public void close() {}
}
