package org.scriptsocket.websocket;

/** Text that a script controls, made fit for a log or an error: it can not end the line, nor fill the disk. */
final class LogText {

    private static final int MAX = 100;

    private LogText() {}

    static String safe(String text) {
        return safe(text, MAX);
    }

    static String safe(String text, int max) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), max); i++) {
            char c = text.charAt(i);
            safe.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : String.valueOf(c));
        }
        return safe + (text.length() > max ? "..." : "");
    }
}
