package org.scriptsocket.kit.contract;

import java.util.concurrent.atomic.AtomicBoolean;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportListener;

/** Passes on what is told, and holds it against the rules: one call at a time, never inside a call, open first, one end, last. */
final class GuardedListener implements TransportListener {

    private final CallGuard guard;
    private final TransportListener listener;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean open;
    private volatile boolean ended;

    GuardedListener(CallGuard guard, TransportListener listener) {
        this.guard = guard;
        this.listener = listener;
    }

    @Override
    public void onOpen(HandshakeResponse response) {
        told("onOpen", !open, () -> {
            open = true;
            listener.onOpen(response);
        });
    }

    @Override
    public void onMessage(Message message) {
        told("onMessage", open, () -> listener.onMessage(message));
    }

    @Override
    public void onClosed(CloseStatus status) {
        told("onClosed", open, () -> {
            ended = true;
            listener.onClosed(status);
        });
    }

    @Override
    public void onFailure(Failure failure) {
        told("onFailure", true, () -> {
            ended = true;
            listener.onFailure(failure);
        });
    }

    private void told(String what, boolean inOrder, Runnable task) {
        if (guard.isInside()) {
            guard.problem(what + " was called from inside a call into the transport");
        }
        if (busy.getAndSet(true)) {
            guard.problem(what + " was called while another call was under way");
        }
        if (!inOrder || ended) {
            guard.problem(what + " was called " + (ended ? "after the end" : "out of order"));
        }
        task.run();
        busy.set(false);
    }
}
