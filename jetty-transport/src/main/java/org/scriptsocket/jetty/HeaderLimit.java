package org.scriptsocket.jetty;

import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/** Jetty bounds the headers of all responses alike, but asks for the bound where it makes a connection: each has its own. */
final class HeaderLimit extends HttpClientTransportOverHTTP {

    /** Jetty does not count the name of the protocol, with which an answer begins. */
    private static final int NOT_COUNTED = "HTTP/1.1".length();

    /** Set while this thread makes a connection. */
    private static final ThreadLocal<@Nullable Integer> BYTES = new ThreadLocal<>();

    private HeaderLimit(ClientConnector connector) {
        super(connector);
    }

    @SuppressWarnings("try") // what Jetty's close() may throw
    static HttpClient client(ClientConnector connector) {
        return new HttpClient(new HeaderLimit(connector)) {
            @Override
            public int getMaxResponseHeadersSize() {
                Integer bytes = BYTES.get();
                return bytes == null ? super.getMaxResponseHeadersSize() : bytes;
            }
        };
    }

    @Override
    public Connection newConnection(EndPoint endPoint, Map<String, Object> context) throws IOException {
        long limit = DialConnector.connection(context).request().limits().responseHeaders();
        BYTES.set((int) Math.max(Math.min(limit, Integer.MAX_VALUE) - NOT_COUNTED, 1));
        try {
            return super.newConnection(endPoint, context);
        } finally {
            BYTES.remove();
        }
    }
}
