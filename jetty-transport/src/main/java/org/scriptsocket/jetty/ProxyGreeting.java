package org.scriptsocket.jetty;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What is said to a proxy before it passes bytes on. For one connection; not thread-safe. */
interface ProxyGreeting {

    /** The first bytes to send. */
    ByteBuffer begin();

    /**
     * What to send next.
     *
     * @param received all bytes since the last answer, in reading mode; what is consumed is taken, the rest comes again with more
     * @return null if the answer is not whole yet; empty at the end of the greeting
     * @throws PlainException if the proxy refuses
     */
    @Nullable ByteBuffer answer(ByteBuffer received);

    /** The greeting of this proxy that asks for this host and port. */
    static ProxyGreeting of(ProxySettings proxy, InetSocketAddress target) {
        return switch (proxy.kind()) {
            case HTTP -> new ConnectGreeting(proxy, target);
            case SOCKS5 -> new Socks5Greeting(proxy, target);
        };
    }
}
