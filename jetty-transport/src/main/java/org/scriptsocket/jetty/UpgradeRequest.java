package org.scriptsocket.jetty;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.eclipse.jetty.client.HttpUpgrader;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpResponse;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.ConnectRequest;

/** The opening handshake as Jetty sees it; what it says is decided by {@link Handshake}. */
final class UpgradeRequest extends CoreClientUpgradeRequest {

    private static final int BUFFER = 16 << 10;

    private final JettyConnection connection;
    private @Nullable Compression compression;

    UpgradeRequest(WebSocketCoreClient core, JettyConnection connection) {
        super(core, uri(connection.request()));
        this.connection = connection;
        tag(connection);
        setConfiguration(configuration());
        if (connection.client().settings().compresses()) {
            addExtensions(Compression.NAME);
        }
    }

    @Override
    public FrameHandler getFrameHandler() {
        return connection.reader();
    }

    @Override
    public HttpUpgrader newHttpUpgrader(HttpVersion version) {
        return new Handshake(this, connection.request(), connection.client().settings());
    }

    /** What the server has answered to the offer of it, or null. */
    void compression(@Nullable Compression accepted) {
        compression = accepted;
    }

    @Override
    public void upgrade(Response response, EndPoint endPoint) {
        FramedEndPoint framed = new FramedEndPoint(endPoint, connection, compression != null);
        connection.framed(framed);
        connection.reader().accepted(HandshakeAnswer.read(response, new byte[0]), framed, compression);
        if (compression != null) {
            connection.outbox().compress(compression);
            rename(response);
        }
        super.upgrade(response, framed);
        connection.client().upgraded(response.getRequest());
    }

    /** Jetty reads the answer once more, and has another view of how it may be spelled. */
    private static void rename(Response response) {
        if (response instanceof HttpResponse read) {
            read.headers(headers -> headers.put(Handshake.EXTENSIONS, Compression.NAME));
        }
    }

    private static Configuration.ConfigurationCustomizer configuration() {
        Configuration.ConfigurationCustomizer configuration = new Configuration.ConfigurationCustomizer();
        configuration.setIdleTimeout(Duration.ZERO);
        configuration.setMaxFrameSize(0);
        configuration.setInputBufferSize(BUFFER);
        return configuration;
    }

    /** Jetty refuses some hosts that can be looked up, such as {@code my_host}; they are dialled by the request all the same. */
    private static URI uri(ConnectRequest request) {
        String scheme = request.tls() ? "wss://" : "ws://";
        try {
            URI uri = new URI(scheme + request.authority() + request.target());
            return uri.getHost() != null ? uri : new URI(scheme + "host.invalid:" + request.port() + request.target());
        } catch (URISyntaxException e) {
            throw new PlainException(
                    "the host or the path has a character that can not be sent to " + request.authority());
        }
    }
}
