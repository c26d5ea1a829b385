package org.scriptsocket.websocket;

import org.scriptsocket.policy.VisibleText;

/** Text that a script controls, made fit for a log or an error: it can not end the line, nor fill the disk. */
final class LogText {

    private static final int MAX = 100;

    private LogText() {}

    static String safe(String text) {
        return safe(text, MAX);
    }

    static String safe(String text, int max) {
        return VisibleText.of(text.substring(0, Math.min(text.length(), max))) + (text.length() > max ? "..." : "");
    }
}
