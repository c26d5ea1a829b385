package org.scriptsocket.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a script may put among the headers of the opening handshake. Texts hold a byte a character (ISO-8859-1); errors are
 * {@link IllegalArgumentException}s that name the header.
 */
public final class HeaderRules {

    public static final String PROTOCOL = "Sec-WebSocket-Protocol";

    private static final String OWN =
            "connection upgrade keep-alive content-length transfer-encoding te trailer expect sec-websocket-key"
                    + " sec-websocket-version sec-websocket-accept sec-websocket-extensions";
    private static final Set<String> OWNED = Set.of(OWN.split(" "));
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    private HeaderRules() {}

    /** Reads lines that are separated by CR LF; a last CR LF is allowed. */
    public static List<HeaderField> parse(String headers) {
        if (headers.contains("\r\n\r\n")) {
            throw new IllegalArgumentException(
                    "The header field must not contain double '\\r\\n\\r\\n': '" + readable(headers) + "'");
        }
        String lines = headers.endsWith("\r\n") ? headers.substring(0, headers.length() - 2) : headers;
        List<HeaderField> fields = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (String line : lines.isEmpty() ? List.<String>of() : Arrays.asList(lines.split("\r\n", -1))) {
            HeaderField field = parseLine(line);
            if (field.is("Host") && !once.add("host")) {
                throw bad("more than one 'Host'");
            }
            fields.add(field);
        }
        return fields;
    }

    /** The names in a list such as {@code a, b}; at least one, each a token (RFC 9110, section 5.6.2). */
    public static List<String> tokens(String list) {
        List<String> tokens =
                Arrays.stream(list.split(",", -1)).map(HeaderRules::trim).toList();
        for (String token : tokens) {
            if (!isToken(token)) {
                throw new IllegalArgumentException("list of names expected, got '" + readable(list) + "'");
            }
        }
        return tokens;
    }

    /** Without the blanks and tabs around it, which are no part of a header's value. */
    public static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    /** Whether it is a token of RFC 9110, section 5.6.2, as names of headers and subprotocols are. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(HeaderRules::isTokenSign);
    }

    private static HeaderField parseLine(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw bad("no colon in '" + readable(firstWord(line)) + "'");
        }
        String name = line.substring(0, colon);
        if (!isToken(name)) {
            throw bad("'" + readable(name) + "' is no header name");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OWNED.contains(lower) || lower.startsWith("proxy-")) {
            throw bad("'" + name + "' belongs to the handshake");
        }
        String value = line.substring(colon + 1);
        if (value.chars().anyMatch(HeaderRules::isControl)) {
            throw bad("control character in the value of '" + name + "'");
        }
        return new HeaderField(name, trim(value));
    }

    /** What follows may be a secret. */
    private static String firstWord(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank) + " ...";
    }

    private static IllegalArgumentException bad(String what) {
        return new IllegalArgumentException("headers: " + what);
    }

    private static boolean isTokenSign(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || TOKEN_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t' || c == 0x7F;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The bytes as the text that they most likely are. */
    private static String readable(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
