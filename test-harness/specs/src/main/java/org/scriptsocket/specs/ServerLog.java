package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;

/** All that the peers have seen so far, in the order of the connections. For one thread. */
final class ServerLog {

    /** Something seen on one connection. */
    record Entry(int connection, String path, Seen seen) {}

    private final Peers peers;
    private final List<RecordedConnection> connections = new ArrayList<>();
    private final List<List<Entry>> entries = new ArrayList<>();

    ServerLog(Peers peers) {
        this.peers = peers;
    }

    List<Entry> entries() {
        List<RecordedConnection> all = connections();
        for (int i = 0; i < all.size(); i++) {
            for (Seen seen : all.get(i).takeAll()) {
                List<Entry> known = entries.get(i);
                known.add(new Entry(i + 1, path(known, seen), seen));
            }
        }
        return entries.stream().flatMap(List::stream).toList();
    }

    private static String path(List<Entry> known, Seen seen) {
        if (seen instanceof Seen.Request request) {
            return request.target();
        }
        return known.isEmpty() ? "" : known.get(0).path();
    }

    List<RecordedConnection> connections() {
        for (RecordedConnection fresh : peers.takeConnections()) {
            connections.add(fresh);
            entries.add(new ArrayList<>());
        }
        return connections;
    }
}
