package org.scriptsocket.jetty;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Whom {@code wss} trusts; loaded when it is first asked. */
final class Trust {

    private final @Nullable SSLContext given;
    private SslContextFactory.@Nullable Client factory;

    Trust(@Nullable SSLContext given) {
        this.given = given;
    }

    synchronized SslContextFactory.Client factory() {
        if (factory == null) {
            factory = load();
        }
        return factory;
    }

    private SslContextFactory.Client load() {
        SslContextFactory.Client client = new SslContextFactory.Client(false);
        client.setEndpointIdentificationAlgorithm("HTTPS");
        if (given != null) {
            client.setSslContext(given);
        }
        try {
            client.start();
        } catch (Exception e) {
            throw new PlainException("the certificates that this JVM trusts could not be loaded");
        }
        return client;
    }
}
