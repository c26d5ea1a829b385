package org.scriptsocket.jetty;

import org.eclipse.jetty.websocket.core.AbstractExtension;

/**
 * Tells Jetty that the bit RSV1 is in use, and passes all frames on: messages are inflated by {@link MessageAssembler} and deflated by {@link Outbox}, as Jetty's
 * own extension goes by our offer and not by the server's answer. Made by Jetty, by its class.
 */
public final class DeflateExtension extends AbstractExtension {

    @Override
    public String getName() {
        return Compression.NAME;
    }

    @Override
    public boolean isRsv1User() {
        return true;
    }
}
