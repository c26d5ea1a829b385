package org.scriptsocket.kit.engine;

import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.peer.Peers;

/** What is below the host of one case: a transport, and the peers that it gets to. */
interface EngineNet extends AutoCloseable {

    /** With the transport, and its clock. */
    ScriptHost.Builder host();

    Peers peers();

    /** Where scripts connect, without a path. */
    String url();

    /** Updates until nothing more comes. */
    void settle(ScriptHost host);

    /** Ends what the host has left. */
    @Override
    void close();
}
