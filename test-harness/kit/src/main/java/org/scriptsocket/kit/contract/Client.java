package org.scriptsocket.kit.contract;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/** One connection of a test, and what was told of it. */
record Client(TransportConnection connection, ListenerRecorder told) {

    void send(Message... messages) {
        for (Message message : messages) {
            connection.send(message);
        }
        connection.flush();
    }

    void send(String text) {
        send(Message.text(text));
    }

    /** Waits until the socket is gone. */
    void awaitGone() {
        try {
            connection.gone().toCompletableFuture().get(EventQueue.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the connection does not say that it is gone", e);
        }
    }
}
