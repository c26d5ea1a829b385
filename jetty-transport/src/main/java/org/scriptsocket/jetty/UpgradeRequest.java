package org.scriptsocket.jetty;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpUpgrader;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.Behavior;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.ExtensionConfig;
import org.eclipse.jetty.websocket.core.ExtensionStack;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.Negotiated;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.ConnectRequest;

/** The opening handshake as Jetty sees it; what it says is decided by {@link Handshake}. */
final class UpgradeRequest extends CoreClientUpgradeRequest {

    private static final int BUFFER = 64 << 10;
    private static final String VERSION = "13";
    private static final ExtensionConfig DEFLATE = new ExtensionConfig(Compression.NAME);
    /** Only shown in dumps, as are other things that Jetty would keep of each connection. */
    private static final URI NO_URI = URI.create("ws:///");

    private static final Configuration.ConfigurationCustomizer CONFIGURATION = configuration();

    private final WebSocketCoreClient core;
    private final JettyConnection connection;
    private @Nullable Compression compression;

    UpgradeRequest(WebSocketCoreClient core, JettyConnection connection) {
        super(core, uri(connection.request()));
        this.core = core;
        this.connection = connection;
        tag(connection);
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
        }
        framed.upgrade(frames(framed));
    }

    /** As Jetty makes it, which would read the answer once more, with another view of how it may be spelled, and keep more of it. */
    private WebSocketConnection frames(FramedEndPoint framed) {
        WebSocketComponents components = core.getWebSocketComponents();
        WebSocketCoreSession session =
                new WebSocketCoreSession(connection.reader(), Behavior.CLIENT, negotiated(components), components);
        session.setClassLoader(core.getClassLoader());
        CONFIGURATION.customize(session);
        HttpClient http = core.getHttpClient();
        WebSocketConnection frames = new WebSocketConnection(
                framed, http.getExecutor(), http.getScheduler(), components.getByteBufferPool(), session, Masks.RANDOM);
        session.setWebSocketConnection(frames);
        return frames;
    }

    private Negotiated negotiated(WebSocketComponents components) {
        List<ExtensionConfig> accepted = compression == null ? List.of() : List.of(DEFLATE);
        ExtensionStack extensions = new ExtensionStack(components, Behavior.CLIENT);
        extensions.negotiate(accepted, accepted);
        return new Negotiated(NO_URI, null, connection.request().tls(), extensions, VERSION);
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
