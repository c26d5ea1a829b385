package org.scriptsocket.kit.engine;

import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;

/** Over sockets, in real time: it has settled when the transport has told all that the peers do. */
final class SocketNet implements EngineNet {

    private static final int QUIET_UPDATES = 3;

    private final MisbehavingServer server = MisbehavingServer.start();
    private final AwaitedTransport transport;

    /** @param transport stays open */
    SocketNet(Transport transport, Behaviour peer) {
        server.otherwise(peer);
        this.transport = new AwaitedTransport(transport, peer);
    }

    @Override
    public ScriptHost.Builder host() {
        return ScriptHost.builder().transport(transport);
    }

    @Override
    public Peers peers() {
        return server;
    }

    @Override
    public String url() {
        return server.url();
    }

    @Override
    public void settle(ScriptHost host) {
        int quiet = 0;
        while (quiet < QUIET_UPDATES) {
            long before = transport.told();
            host.update(0);
            if (transport.hasToldAll()) {
                quiet++;
            } else {
                quiet = 0;
                transport.awaitMoreThan(before);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
