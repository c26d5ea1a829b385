package org.scriptsocket.kit.contract;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/** Knows whether the current thread is inside a call into the transport, and collects what broke the rules of calling. */
final class CallGuard {

    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
    private final List<String> problems = new CopyOnWriteArrayList<>();

    List<String> problems() {
        return problems;
    }

    void problem(String what) {
        problems.add(what);
    }

    boolean isInside() {
        return inside.get();
    }

    <T> T call(Supplier<T> task) {
        boolean before = inside.get();
        inside.set(true);
        try {
            return task.get();
        } finally {
            inside.set(before);
        }
    }

    void run(Runnable task) {
        boolean unused = call(() -> {
            task.run();
            return true;
        });
    }

    TransportConnection watch(TransportConnection connection) {
        return new Watched(connection);
    }

    private final class Watched implements TransportConnection {

        private final TransportConnection connection;

        Watched(TransportConnection connection) {
            this.connection = connection;
        }

        @Override
        public void send(Message message) {
            run(() -> connection.send(message));
        }

        @Override
        public void flush() {
            run(connection::flush);
        }

        @Override
        public long unsent() {
            return call(connection::unsent);
        }

        @Override
        public void request(long n) {
            run(() -> connection.request(n));
        }

        @Override
        public void close(CloseStatus status) {
            run(() -> connection.close(status));
        }

        @Override
        public void abort() {
            run(connection::abort);
        }

        @Override
        public CompletionStage<Void> gone() {
            return connection.gone();
        }
    }
}
