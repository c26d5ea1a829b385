package org.scriptsocket.runner;

/** A text as JSON has it (RFC 8259, section 7). */
final class JsonText {

    private JsonText() {}

    static String of(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> append(json, (char) c));
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c == '\n') {
            json.append("\\n");
        } else if (c == '\t') {
            json.append("\\t");
        } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
            json.append(String.format("\\u%04x", (int) c));
        } else {
            json.append(c);
        }
    }
}
