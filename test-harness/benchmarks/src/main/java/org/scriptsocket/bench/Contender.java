package org.scriptsocket.bench;

/** Somebody who does workloads. */
interface Contender {

    Running begin(Workload workload, int port) throws Exception;

    /** Opens so many connections, and returns when all are open. */
    Open open(int connections, int port) throws Exception;

    /** Connections, until they are closed. */
    interface Open extends AutoCloseable {

        /** How long an update takes that has nothing to do, nanoseconds; NaN where there is no such thing. Ends what runs of itself. */
        default double updateNanos() throws InterruptedException {
            return Double.NaN;
        }

        @Override
        void close();
    }

    /** A workload under way. */
    interface Running extends Open {

        /** What came back until now. On any thread. */
        long count() throws Exception;
    }
}
