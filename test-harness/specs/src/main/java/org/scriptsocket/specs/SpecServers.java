package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** The servers that a spec makes by {@code harness.server()}. For one thread. */
final class SpecServers implements AutoCloseable {

    /** How long what a client has sent before its end may be on its way. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long PAUSE_NANOS = 1_000_000;

    private final SpecPeers peers;
    private final Questions questions;
    private final ServerWords words;
    private final FrameWords frames = new FrameWords();
    private final Words<Gate> gates = new Words<>("a gate", Gate.class);
    private final List<SpecServer> servers = new ArrayList<>();

    /**
     * @param peers starts and closes them
     * @param questions of theirs
     */
    SpecServers(SpecPeers peers, Questions questions) {
        this.peers = peers;
        this.questions = questions;
        words = new ServerWords(questions);
        gates.method("open", 0, (self, gate, given) -> {
            gate.open();
            return self;
        });
    }

    /** Adds {@code server}, {@code frame} and {@code gate}. */
    void install(LuaValue harness) {
        LuaTable table = harness.checktable();
        LibraryFunction.define(table, "server", this::start);
        LibraryFunction.define(table, "gate", args -> gates.wrap(new Gate()));
        table.set("frame", frames.table());
    }

    private Varargs start(Varargs args) {
        Arguments given = new Arguments("harness.server", args);
        given.atMost(1);
        SpecServer server = new SpecServer(listen(given));
        servers.add(server);
        return words.wrap(server);
    }

    private Peers listen(Arguments given) {
        try {
            return peers.listen(isSecure(given));
        } catch (UnsupportedOperationException e) {
            throw given.bad(1, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isSecure(Arguments given) {
        if (!given.has(1)) {
            return false;
        }
        LuaValue tls = given.options(1, "tls").get("tls");
        if (!tls.isnil() && !tls.isboolean()) {
            throw given.bad(1, "tls: true or false expected, got " + tls.typename());
        }
        return tls.toboolean();
    }

    void beginTest() {
        servers.forEach(SpecServer::beginTest);
    }

    /**
     * What the servers have waited for in vain, a sentence each. To be called when the connections since the mark have ended.
     *
     * @param mark how many servers there were before; the others end now, and are forgotten
     */
    List<String> unmet(int mark) {
        List<SpecServer> ending = servers.subList(mark, servers.size());
        awaitSent(ending);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            all.addAll(servers.get(i).unmet(i >= mark));
        }
        ending.clear();
        all.addAll(questions.takeComplaints());
        return all;
    }

    private void awaitSent(List<SpecServer> ending) {
        long end = System.nanoTime() + GRACE_NANOS;
        while (ending.stream().anyMatch(server -> server.peers().isWaiting()) && System.nanoTime() - end < 0) {
            questions.answerAll();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        servers.clear();
    }
}
