package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Peers;

/** The servers of a spec that run, and their end. */
final class SpecPeers {

    /** Starts servers. */
    interface Listening {
        Peers listen(boolean tls);
    }

    private final Listening listening;
    private final List<Peers> running = new ArrayList<>();

    SpecPeers(Listening listening) {
        this.listening = listening;
    }

    Peers listen(boolean tls) {
        Peers peers = listening.listen(tls);
        running.add(peers);
        return peers;
    }

    /** How many there are. */
    int mark() {
        return running.size();
    }

    /**
     * Closes those that came since the mark.
     *
     * @param settle run again and again while something of them is left
     * @return what is left of them, a sentence each
     */
    List<String> closeSince(int mark, Runnable settle) {
        List<String> left = new ArrayList<>();
        while (running.size() > mark) {
            Peers peers = running.remove(running.size() - 1);
            peers.close();
            left.addAll(remains(peers, settle));
        }
        return left;
    }

    private static List<String> remains(Peers peers, Runnable settle) {
        Eventually.holds(() -> {
            settle.run();
            return remains(peers).isEmpty();
        });
        return remains(peers);
    }

    /** What there is of a server that was closed, a sentence; else nothing. */
    static List<String> remains(Peers peers) {
        List<String> threads = threads(peers);
        return peers.openConnections() == 0 && threads.isEmpty()
                ? List.of()
                : List.of("the server " + peers.url() + " has left " + peers.openConnections()
                        + " sockets and the threads " + threads);
    }

    private static List<String> threads(Peers peers) {
        String own = "kit-server-" + peers.port() + "-";
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith(own))
                .toList();
    }
}
