package org.scriptsocket.jetty;

import java.util.ArrayList;
import java.util.List;

/** What is done when all frames of one flush were written. */
final class Batch implements Runnable {

    private final List<Runnable> parts = new ArrayList<>();

    void add(Runnable part) {
        parts.add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    @Override
    public void run() {
        parts.forEach(Runnable::run);
    }
}
