package org.scriptsocket.jetty;

import java.util.List;
import org.eclipse.jetty.client.HttpUpgrader;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.HeaderRules;
import org.scriptsocket.transport.ConnectRequest;

/** The request of the opening handshake, exactly as asked for, and the checks of the 101 (RFC 6455, section 4.1). */
final class Handshake implements HttpUpgrader {

    static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private final UpgradeRequest upgrade;
    private final ConnectRequest connect;
    private final JettySettings settings;
    private final String key = WebSocketKey.create();

    Handshake(UpgradeRequest upgrade, ConnectRequest connect, JettySettings settings) {
        this.upgrade = upgrade;
        this.connect = connect;
        this.settings = settings;
    }

    /** Called after Jetty has added its headers: they go. Jetty writes {@code Connection} last, wherever it stands here. */
    @Override
    public void prepare(Request request) {
        request.method(HttpMethod.GET).version(HttpVersion.HTTP_1_1).headers(headers -> {
            headers.clear();
            connect.headers().stream().filter(field -> field.is("Host")).forEach(field -> add(headers, field));
            headers.add(HttpHeader.UPGRADE, "websocket");
            headers.add(HttpHeader.CONNECTION, "Upgrade");
            headers.add(HttpHeader.SEC_WEBSOCKET_KEY, key);
            headers.add(HttpHeader.SEC_WEBSOCKET_VERSION, "13");
            if (settings.compresses()) {
                headers.add(EXTENSIONS, Compression.NAME);
            }
            addUserAgent(headers);
            connect.headers().stream().filter(field -> !field.is("Host")).forEach(field -> add(headers, field));
        });
    }

    @Override
    public void upgrade(Response response, EndPoint endPoint, Callback callback) {
        try {
            check(response);
            // Jetty makes a URI of it once more, which does not work for all that can be sent
            response.getRequest().path("/");
            upgrade.upgrade(response, endPoint);
            callback.succeeded();
        } catch (RuntimeException e) {
            callback.failed(e);
        }
    }

    private void addUserAgent(HttpFields.Mutable headers) {
        String agent = settings.userAgent();
        if (agent != null && connect.headers().stream().noneMatch(field -> field.is("User-Agent"))) {
            headers.add(HttpHeader.USER_AGENT, agent);
        }
    }

    /** A field without a known name keeps its spelling; the protocol must be known, for Jetty looks for it. */
    private static void add(HttpFields.Mutable headers, HeaderField field) {
        HttpHeader known = field.is(HeaderRules.PROTOCOL) ? HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL : null;
        headers.add(new HttpField(known, field.name(), field.value()));
    }

    private void check(Response response) {
        if (response.getVersion() != HttpVersion.HTTP_1_1) {
            throw new BadHandshakeException("Upgrade was answered in " + response.getVersion() + ", not HTTP/1.1");
        }
        HttpFields headers = response.getHeaders();
        require("websocket".equalsIgnoreCase(one(headers, "Upgrade")), headers, "Upgrade", "websocket");
        require(listed(headers, "Connection", "upgrade"), headers, "Connection", "Upgrade");
        String accept = WebSocketKey.accept(key);
        require(accept.equals(one(headers, "Sec-WebSocket-Accept")), headers, "Sec-WebSocket-Accept", accept);
        checkOffers(headers);
    }

    private void checkOffers(HttpFields headers) {
        if (settings.compresses()) {
            upgrade.compression(Compression.accepted(headers.getValuesList(EXTENSIONS)));
        } else if (headers.contains(EXTENSIONS)) {
            throw new BadHandshakeException(
                    EXTENSIONS + " names '" + all(headers, EXTENSIONS) + "', which was not offered");
        }
        String chosen = all(headers, HeaderRules.PROTOCOL);
        if (headers.contains(HeaderRules.PROTOCOL) && !connect.protocols().contains(chosen)) {
            throw new BadHandshakeException(HeaderRules.PROTOCOL + " chooses '" + chosen + "', which was not offered");
        }
    }

    private static void require(boolean right, HttpFields headers, String name, String expected) {
        if (!right) {
            String got = headers.contains(name) ? "is '" + all(headers, name) + "'" : "is missing";
            throw new BadHandshakeException(name + " " + got + ", '" + expected + "' expected");
        }
    }

    private static String one(HttpFields headers, String name) {
        List<String> values = headers.getValuesList(name);
        return values.size() == 1 ? HeaderRules.trim(values.get(0)) : "";
    }

    private static String all(HttpFields headers, String name) {
        return HeaderRules.trim(String.join(", ", headers.getValuesList(name)));
    }

    private static boolean listed(HttpFields headers, String name, String token) {
        return headers.getCSV(name, false).stream().anyMatch(token::equalsIgnoreCase);
    }
}
