package org.scriptsocket.jetty;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server has answered to our offer of permessage-deflate (RFC 7692, section 7.1). We offer it without parameters: Java can inflate what
 * was made with any window, and can not deflate with a smaller one.
 *
 * @param serverForgets whether the server begins each message anew ({@code server_no_context_takeover})
 * @param clientForgets whether we have to ({@code client_no_context_takeover})
 */
record Compression(boolean serverForgets, boolean clientForgets) {

    static final String NAME = "permessage-deflate";

    private static final Pattern PARAMETER =
            Pattern.compile("([!#-'*+.0-9A-Z^-z|~-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|([!#-'*+.0-9A-Z^-z|~-]+)))?");
    private static final Pattern WINDOW = Pattern.compile("8|9|1[0-5]");

    /**
     * Reads the header's values.
     *
     * @return null if there are none, so that messages are not compressed
     * @throws BadHandshakeException if it is none that may be given for our offer
     */
    static @Nullable Compression accepted(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        String text = String.join(", ", values);
        String[] parts = text.split(";", -1);
        if (!parts[0].strip().equalsIgnoreCase(NAME)) {
            throw new BadHandshakeException(
                    "Sec-WebSocket-Extensions names '" + text + "', '" + NAME + "' was offered");
        }
        Set<String> names = new HashSet<>();
        for (int i = 1; i < parts.length; i++) {
            if (!names.add(parameter(parts[i].strip(), text))) {
                throw wrong(text);
            }
        }
        return new Compression(
                names.contains("server_no_context_takeover"), names.contains("client_no_context_takeover"));
    }

    /** Its name, if it is one that may be there. */
    private static String parameter(String part, String all) {
        Matcher parameter = PARAMETER.matcher(part);
        if (!parameter.matches()) {
            throw wrong(all);
        }
        String name = parameter.group(1).toLowerCase(Locale.ROOT);
        String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
        boolean right = switch (name) {
            case "server_no_context_takeover", "client_no_context_takeover" -> value == null;
            case "server_max_window_bits" ->
                value != null && WINDOW.matcher(value).matches();
            default -> false;
        };
        if (!right) {
            throw wrong(all);
        }
        return name;
    }

    private static BadHandshakeException wrong(String text) {
        return new BadHandshakeException(
                "Sec-WebSocket-Extensions has parameters that may not answer our offer: '" + text + "'");
    }
}
