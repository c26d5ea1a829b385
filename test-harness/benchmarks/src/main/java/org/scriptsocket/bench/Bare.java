package org.scriptsocket.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** A client without any script. */
record Bare(Callable<Client> clients) implements Contender {

    private static final int DIALS = 64;

    @Override
    public Running begin(Workload workload, int port) throws Exception {
        Client client = clients.call();
        Talks talks = new Talks(client, workload, port);
        return new Running() {
            @Override
            public long count() {
                return talks.count();
            }

            @Override
            public void close() {
                talks.close();
                client.close();
            }
        };
    }

    @Override
    public Open open(int connections, int port) throws Exception {
        Client client = clients.call();
        Semaphore dialing = new Semaphore(DIALS);
        for (int i = 0; i < connections; i++) {
            dialing.acquire();
            client.connect(port, new Idle(dialing));
        }
        dialing.acquire(DIALS);
        return client::close;
    }

    private record Idle(Semaphore dialing) implements Client.Talk {

        @Override
        public void opened(Client.Link link) {
            dialing.release();
        }

        @Override
        public void received(int length) {
            throw new IllegalStateException("a message that nobody sent");
        }

        @Override
        public void closed() {
            // At the end.
        }
    }
}
