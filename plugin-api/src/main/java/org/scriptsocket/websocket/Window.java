package org.scriptsocket.websocket;

import org.scriptsocket.policy.Limits;

/**
 * Counts what a connection has in the inbox, and says when to demand more: one message at a time while there is room, so that a
 * script that is slow stops its peer by TCP's own back-pressure, and nothing is dropped.
 */
final class Window {

    private final long maxMessages;
    private final long maxBytes;
    private long messages;
    private long bytes;
    private boolean paused;

    Window(Limits limits) {
        this.maxMessages = limits.undeliveredMessages();
        this.maxBytes = limits.undelivered();
    }

    /** A message was put into the inbox. Returns whether to demand the next one now. */
    synchronized boolean arrived(long length) {
        messages++;
        bytes += length;
        paused = !hasRoom();
        return !paused;
    }

    /** A message was taken out of the inbox. Returns whether to demand one, because none was demanded so far. */
    synchronized boolean delivered(long length) {
        messages--;
        bytes -= length;
        if (!paused || !hasRoom()) {
            return false;
        }
        paused = false;
        return true;
    }

    synchronized long messages() {
        return messages;
    }

    synchronized long bytes() {
        return bytes;
    }

    private boolean hasRoom() {
        return messages == 0 || messages < maxMessages && bytes < maxBytes;
    }
}
