package org.scriptsocket.bench;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The connections of a workload, as a bare client does them. */
final class Talks implements AutoCloseable {

    private final Client client;
    private final Workload workload;
    private final int port;
    private final byte[] message;
    private final LongAdder count = new LongAdder();
    private volatile boolean over;

    Talks(Client client, Workload workload, int port) throws Exception {
        this.client = client;
        this.workload = workload;
        this.port = port;
        this.message = workload.message();
        for (int i = 0; i < workload.connections(); i++) {
            client.connect(port, new Echo());
        }
    }

    /** Messages that came back until now, or whole cycles. */
    long count() {
        return count.sum();
    }

    @Override
    public void close() {
        over = true;
    }

    private final class Echo implements Client.Talk {

        private Client.@Nullable Link link;

        @Override
        public void opened(Client.Link opened) {
            link = opened;
            for (int i = 0; i < Math.max(1, workload.window()); i++) {
                opened.send(message);
            }
        }

        @Override
        public void received(int length) {
            Client.Link open = link;
            if (length != message.length) {
                throw new IllegalStateException("an echo of " + length + " bytes");
            }
            if (open == null) {
                // Closed with more under way.
                return;
            }
            if (over || workload.reconnects()) {
                open.close();
                link = null;
                return;
            }
            count.increment();
            open.send(message);
        }

        @Override
        public void closed() {
            if (!workload.reconnects() || over) {
                return;
            }
            count.increment();
            try {
                client.connect(port, new Echo());
            } catch (Exception e) {
                throw new IllegalStateException("could not connect again", e);
            }
        }
    }
}
