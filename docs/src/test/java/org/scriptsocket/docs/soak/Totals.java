package org.scriptsocket.docs.soak;

import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What all the hosts of a soak have done. Thread-safe. */
final class Totals {

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong reloads = new AtomicLong();
    private final TreeMap<String, Long> figures = new TreeMap<>();

    /** Sent by either side, on the way when a connection was torn off included. */
    long messages() {
        return messages.get();
    }

    void round(int reloaded) {
        rounds.incrementAndGet();
        reloads.addAndGet(reloaded);
    }

    void line(Line line, Account account, int read) {
        messages.addAndGet(account.came() + account.sent());
        add("connections");
        add(line.isClean() ? "connections without a fault" : "connections with a fault");
        add(account.wasClosed() ? "ended by the end of their script" : "ended by DISCONNECTED");
        add("messages that scripts received", account.came());
        add("messages that scripts sent", account.sent());
        add("messages that servers received", read);
        if (line.isClean() && !account.wasClosed()) {
            add("without a fault: sent by scripts", account.sent());
            add("without a fault: received by servers", read);
            add("without a fault: sent by servers", line.plan().whole().size());
            add("without a fault: received by scripts", account.came());
        }
    }

    private void add(String what) {
        add(what, 1);
    }

    private synchronized void add(String what, long more) {
        figures.merge(what, more, Long::sum);
    }

    @Override
    public synchronized String toString() {
        return rounds + " rounds, " + reloads + " reloads, " + figures;
    }
}
