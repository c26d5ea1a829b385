package org.scriptsocket.jdk;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The usual spelling of a header's name, for the JDK makes all of it lower case. */
final class HeaderSpelling {

    private static final Map<String, String> ODD =
            Map.of("websocket", "WebSocket", "www", "WWW", "etag", "ETag", "te", "TE", "id", "ID");

    private HeaderSpelling() {}

    static String of(String name) {
        return name.chars().anyMatch(Character::isUpperCase)
                ? name
                : Arrays.stream(name.split("-", -1)).map(HeaderSpelling::word).collect(Collectors.joining("-"));
    }

    private static String word(String lower) {
        String odd = ODD.get(lower);
        if (odd != null || lower.isEmpty()) {
            return odd == null ? "" : odd;
        }
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
