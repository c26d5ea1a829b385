package org.scriptsocket.websocket;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A url that a script gave, taken apart (RFC 6455, section 3). Texts hold a byte a character.
 *
 * @param host an IPv6 literal without brackets
 * @param target path and query, ready for the request line
 */
record WebSocketUrl(boolean tls, String host, int port, String target) {

    private static final int SHOWN = 200;
    /** A scheme and slashes, in whatever number: who writes a url that is wrong may well have written a password into it. */
    private static final Pattern BEFORE_AUTHORITY = Pattern.compile("(?:[^:/?#@]*:(?=/))?/*");

    private static final String TARGET_SIGNS = "-._~!$&'()*+,;=:@/?";

    /**
     * @param most bytes that it may have
     * @throws IllegalArgumentException with a sentence, for the script, that says what is wrong with which url, query and all, but
     *     without userinfo
     */
    static WebSocketUrl parse(String url, long most) {
        try {
            if (url.length() > most) {
                throw new IllegalArgumentException(url.length() + " bytes, over the limit of " + most + " (url),");
            }
            return new Parser(url).parse();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " in the url '" + shown(url) + "'", e);
        }
    }

    /** Host and port as in a {@code Host} header: the port left out where it is the scheme's default. */
    String hostHeader() {
        return port == defaultPort(tls) ? bracketed() : authority();
    }

    String authority() {
        return bracketed() + ":" + port;
    }

    /** Scheme, host and port. */
    String origin() {
        return (tls ? "wss://" : "ws://") + hostHeader();
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    private static String shown(String url) {
        Matcher before = BEFORE_AUTHORITY.matcher(url);
        int from = before.lookingAt() ? before.end() : 0;
        int at = url.lastIndexOf('@', authorityEnd(url, from));
        String safe = at < from ? url : url.substring(0, from) + "***" + url.substring(at);
        String begin = safe.substring(0, Math.min(safe.length(), 4 * SHOWN));
        String readable = new String(begin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return LogText.safe(readable, SHOWN);
    }

    /** Where path, query or fragment begins, or the url ends. */
    private static int authorityEnd(String url, int from) {
        int to = from;
        while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        return to;
    }

    /** One url on its way to its parts. */
    private static final class Parser {

        private final String url;

        Parser(String url) {
            this.url = url;
        }

        WebSocketUrl parse() {
            for (int i = 0; i < url.length(); i++) {
                if (url.charAt(i) < ' ' || url.charAt(i) == 0x7F) {
                    throw new IllegalArgumentException("control character at byte " + (i + 1));
                }
            }
            int colon = url.indexOf("://");
            if (colon < 0) {
                throw new IllegalArgumentException("no scheme (ws, wss, http or https)");
            }
            boolean tls = isTls(url.substring(0, colon));
            int from = colon + 3;
            int to = authorityEnd(url, from);
            String authority = url.substring(from, to);
            if (authority.indexOf('@') >= 0) {
                throw new IllegalArgumentException("user or password, which is not supported,");
            }
            int end = hostEnd(authority);
            String host = host(authority.substring(0, end));
            return new WebSocketUrl(tls, host, port(authority.substring(end), tls), target(url.substring(to)));
        }

        private static boolean isTls(String scheme) {
            return switch (scheme.toLowerCase(Locale.ROOT)) {
                case "ws", "http" -> false;
                case "wss", "https" -> true;
                default -> throw new IllegalArgumentException("unknown scheme (ws, wss, http or https expected)");
            };
        }

        private static int hostEnd(String authority) {
            if (authority.startsWith("[")) {
                int bracket = authority.indexOf(']');
                if (bracket < 0) {
                    throw new IllegalArgumentException("no ] after the IPv6 address");
                }
                return bracket + 1;
            }
            int colon = authority.indexOf(':');
            return colon < 0 ? authority.length() : colon;
        }

        private static String host(String text) {
            if (text.startsWith("[")) {
                return ipv6(text);
            }
            if (text.isEmpty()) {
                throw new IllegalArgumentException("no host");
            }
            String ascii = text.chars().allMatch(c -> c < 0x80) ? text : international(text);
            if (!ascii.chars().allMatch(WebSocketUrl::isHostSign)) {
                throw new IllegalArgumentException("a character that may not stand in a host name");
            }
            return ascii;
        }

        private static String international(String text) {
            String name = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            try {
                return IDN.toASCII(name);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("a character that may not stand in a host name", e);
            }
        }

        private static String ipv6(String text) {
            String literal = text.substring(1, text.length() - 1);
            try {
                // With brackets it is never looked up as a name.
                InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("no IPv6 address between [ and ]", e);
            }
            return literal;
        }

        private static int port(String text, boolean tls) {
            if (text.isEmpty() || text.equals(":")) {
                return defaultPort(tls);
            }
            String digits = text.substring(1);
            boolean number = text.startsWith(":") && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            int port = number && digits.length() < 9 ? Integer.parseInt(digits) : 0;
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("port out of 1 to 65535");
            }
            return port;
        }

        private static String target(String text) {
            int fragment = text.indexOf('#');
            String written = fragment < 0 ? text : text.substring(0, fragment);
            StringBuilder target = new StringBuilder(written.startsWith("/") ? "" : "/");
            for (int i = 0; i < written.length(); i++) {
                char c = written.charAt(i);
                if (isTargetSign(c) || c == '%' && isEscape(written, i)) {
                    target.append(c);
                } else {
                    target.append(String.format("%%%02X", (int) c));
                }
            }
            return target.toString();
        }

        private static boolean isEscape(String text, int at) {
            return at + 2 < text.length()
                    && Character.digit(text.charAt(at + 1), 16) >= 0
                    && Character.digit(text.charAt(at + 2), 16) >= 0;
        }
    }

    private static boolean isAlphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isHostSign(int c) {
        return isAlphanumeric(c) || c == '-' || c == '.' || c == '_';
    }

    private static boolean isTargetSign(char c) {
        return isAlphanumeric(c) || TARGET_SIGNS.indexOf(c) >= 0;
    }
}
