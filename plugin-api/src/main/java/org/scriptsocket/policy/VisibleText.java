package org.scriptsocket.policy;

/** Text that a script or a peer controls, made fit for a line of a log, a trace or an error. */
public final class VisibleText {

    private VisibleText() {}

    /** With what ends a line, drives a terminal or turns the direction of writing written as {@code \x0a} or <code>&#92;u202e</code>; tabs stay. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c == '\t' || !hides(c)) {
                line.append((char) c);
            } else {
                line.append(String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", c));
            }
        });
        return line.toString();
    }

    /** Controls, separators of lines and paragraphs, and characters that show nothing but change how others are shown. */
    public static boolean hides(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
