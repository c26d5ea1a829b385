package org.scriptsocket.specs;

import java.util.List;
import java.util.Set;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** What a script can ask of a server, and of one of its connections. */
final class ServerWords {

    private static final int MOST = 1 << 20;

    private final Words<SpecServer> servers = new Words<>("a server", SpecServer.class);
    private final Words<RecordedConnection> connections =
            new Words<>("a connection of a server", RecordedConnection.class);
    private final RouteWords routes;

    ServerWords(Questions questions) {
        routes = new RouteWords(questions);
        servers.field("url", server -> Texts.of(server.peers().url()));
        servers.field("port", server -> LuaValue.valueOf(server.peers().port()));
        servers.method(
                "url_of", 1, (self, server, given) -> Texts.of(server.peers().url(path(given))));
        servers.method("on", 1, (self, server, given) -> routes.wrap(server.on(path(given))));
        servers.method("otherwise", 0, (self, server, given) -> routes.wrap(server.otherwise()));
        servers.method("on_accept", 0, (self, server, given) -> routes.wrap(server.onAccept()));
        seen();
        connections();
    }

    private static String path(Arguments given) {
        String path = given.text(1);
        if (!path.startsWith("/")) {
            throw given.bad(1, "a path that begins with / expected, got '" + path + "'");
        }
        return path;
    }

    private void seen() {
        servers.method("received", 1, (self, server, given) -> received(server, given));
        servers.method(
                "requests",
                0,
                (self, server, given) -> SeenTables.requests(server.log().entries()));
        servers.method(
                "open_connections",
                0,
                (self, server, given) -> LuaValue.valueOf(server.peers().openConnections()));
        servers.method("connection", 1, (self, server, given) -> connection(server, given));
    }

    private static LuaValue received(SpecServer server, Arguments given) {
        List<ServerLog.Entry> entries = server.log().entries();
        if (!given.has(1)) {
            return SeenTables.messages(entries);
        }
        LuaTable options = given.options(1, "frames");
        return options.get("frames").toboolean() ? SeenTables.frames(entries) : SeenTables.messages(entries);
    }

    private LuaValue connection(SpecServer server, Arguments given) {
        List<RecordedConnection> all = server.log().connections();
        int number = given.integer(1, 1, MOST);
        if (number > all.size()) {
            throw given.bad(1, "there is no connection " + number + " yet, but " + all.size());
        }
        return connections.wrap(all.get(number - 1));
    }

    private void connections() {
        connections.method("send", 2, (self, connection, given) -> {
            FrameWords.sent(given).forEach(connection::send);
            return self;
        });
        connections.method("fin", 0, (self, connection, given) -> {
            connection.fin();
            return self;
        });
        connections.method("reset", 0, (self, connection, given) -> {
            connection.reset();
            return self;
        });
    }

    LuaValue wrap(SpecServer server) {
        return servers.wrap(server);
    }

    Set<String> faults() {
        return routes.names();
    }

    Set<String> names() {
        return servers.methods();
    }

    Set<String> acts() {
        return connections.methods();
    }
}
