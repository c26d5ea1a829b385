package org.scriptsocket.specs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.kit.peer.Unmet;
import org.scriptsocket.kit.server.MisbehavingServer;

/** A server of a spec, and what it has been told and has reported. For one thread. */
final class SpecServer {

    private final Peers peers;
    private final ServerLog log;
    /** What a test has failed by already. */
    private final Set<Unmet> reported = new HashSet<>();
    /** The paths that were told what to do since the test began. */
    private final Set<String> told = new HashSet<>();

    SpecServer(Peers peers) {
        this.peers = peers;
        log = new ServerLog(peers);
    }

    Peers peers() {
        return peers;
    }

    ServerLog log() {
        return log;
    }

    Route on(String target) {
        Route route = new Route("what a server does on " + target, behaviour -> peers.on(target, behaviour));
        route.change(accepting -> accepting);
        told.add(target);
        return route;
    }

    Route otherwise() {
        Route route = new Route("what a server does otherwise", peers::otherwise);
        route.change(accepting -> accepting);
        return route;
    }

    Route onAccept() {
        if (!(peers instanceof MisbehavingServer server)) {
            throw new IllegalStateException("in memory there is nothing before the request; this needs sockets");
        }
        return new Route("what a server does before a request", behaviour -> server.onAccept(steps(behaviour)));
    }

    private static Step[] steps(Behaviour behaviour) {
        if (!(behaviour.answer() instanceof Answer.Accept)) {
            throw new IllegalStateException("before the request is read there is no answer to it");
        }
        return behaviour.steps().toArray(Step[]::new);
    }

    void beginTest() {
        told.clear();
    }

    /**
     * What was waited for in vain, each only once.
     *
     * @param ends whether the server ends too; else what may still come in another test does not count
     */
    List<String> unmet(boolean ends) {
        return peers.unmet().stream()
                .filter(each -> ends || each.isOver() || each.connection() == 0 && told.contains(each.target()))
                .filter(reported::add)
                .map(Unmet::toString)
                .toList();
    }

    @Override
    public String toString() {
        return "server " + peers.url();
    }
}
