package org.scriptsocket.jetty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proxy through which every connection goes: HTTP CONNECT (RFC 9110, 9.3.6) or SOCKS5 (RFC 1928), for {@code ws} and {@code wss}. Immutable; its text
 * shows no password.
 *
 * @param user with {@code password} what the proxy is told by Basic authentication (RFC 7617) or RFC 1929; both null or none
 * @param enforcesPolicy whether the proxy looks up names and decides where scripts may connect to. If not, names are looked up here, the
 *     address policy is asked, and the proxy is told the address that was allowed
 */
public record ProxySettings(
        Kind kind,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        boolean enforcesPolicy) {

    /** How a proxy is spoken to. */
    public enum Kind {
        HTTP(8080),
        SOCKS5(1080);

        private final int standardPort;

        Kind(int standardPort) {
            this.standardPort = standardPort;
        }
    }

    public ProxySettings {
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("a proxy's user and password go together");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " of the proxy is not between 1 and 65535");
        }
    }

    /**
     * Reads {@code http://user:password@proxy:3128} or {@code socks5://proxy}; without a port it is 8080, or 1080.
     *
     * @throws IllegalArgumentException with a sentence that says what was expected, and repeats no password
     */
    public static ProxySettings parse(String url) {
        try {
            return of(new URI(url));
        } catch (URISyntaxException e) {
            throw expected();
        }
    }

    private static ProxySettings of(URI url) {
        String path = url.getRawPath();
        if (url.getScheme() == null || url.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw expected();
        }
        Kind kind = kind(url.getScheme());
        int port = url.getPort() < 0 ? kind.standardPort : url.getPort();
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        String info = url.getUserInfo();
        if (info == null) {
            return new ProxySettings(kind, host, port, null, null, false);
        }
        int colon = info.indexOf(':');
        if (colon < 0) {
            throw expected();
        }
        return new ProxySettings(kind, host, port, info.substring(0, colon), info.substring(colon + 1), false);
    }

    private static Kind kind(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> Kind.HTTP;
            case "socks5" -> Kind.SOCKS5;
            default -> throw expected();
        };
    }

    private static IllegalArgumentException expected() {
        return new IllegalArgumentException(
                "a proxy such as http://host:8080, http://user:password@host:8080 or socks5://host:1080 expected");
    }

    public ProxySettings withCredentials(String name, String secret) {
        return new ProxySettings(kind, host, port, name, secret, enforcesPolicy);
    }

    /** The proxy looks up names, and the address policy is not asked: what the policy is to keep scripts from, the proxy must refuse. */
    public ProxySettings proxyEnforcesPolicy() {
        return new ProxySettings(kind, host, port, user, password, true);
    }

    /** Host and port, as an error text names them. */
    String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "://" + (user == null ? "" : "***@") + authority();
    }
}
