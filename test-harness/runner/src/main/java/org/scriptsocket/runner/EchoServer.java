package org.scriptsocket.runner;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.server.MisbehavingServer;

/** The server that a script talks to where the user names none. */
final class EchoServer implements AutoCloseable {

    /** The global that names it. */
    static final String URL = "URL";

    private final @Nullable MisbehavingServer server;

    private EchoServer(@Nullable MisbehavingServer server) {
        this.server = server;
    }

    static EchoServer unless(boolean unwanted) {
        return new EchoServer(unwanted ? null : MisbehavingServer.serve(0));
    }

    /** Its url; empty if there is none. */
    Optional<String> url() {
        return Optional.ofNullable(server).map(MisbehavingServer::url);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
