package org.scriptsocket.jdk;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.scriptsocket.transport.Message;

/** A message that the JDK writes, and how far it has come: it does not say so, but what it was given shows it. */
final class Progress {

    private final Function<WebSocket, CompletableFuture<WebSocket>> sending;
    private final IntSupplier position;

    private Progress(Function<WebSocket, CompletableFuture<WebSocket>> sending, IntSupplier position) {
        this.sending = sending;
        this.position = position;
    }

    static Progress of(Message message) {
        if (message.type() == Message.Type.BINARY) {
            ByteBuffer payload = message.payload().duplicate();
            return new Progress(socket -> socket.sendBinary(payload, true), payload::position);
        }
        WatchedText text = new WatchedText(message.string());
        return new Progress(socket -> socket.sendText(text, true), text::furthest);
    }

    /** Of something that has no parts. */
    static Progress none() {
        return new Progress(CompletableFuture::completedFuture, () -> 0);
    }

    CompletableFuture<WebSocket> send(WebSocket socket) {
        return sending.apply(socket);
    }

    int position() {
        return position.getAsInt();
    }

    /** Knows the last character that was read. */
    private static final class WatchedText implements CharSequence {

        private final String text;
        private volatile int furthest;

        WatchedText(String text) {
            this.text = text;
        }

        int furthest() {
            return furthest;
        }

        @Override
        public char charAt(int index) {
            furthest = index;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
