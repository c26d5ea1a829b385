package org.scriptsocket.kit.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Holds a peer up until the test lets it go on. Thread-safe. */
public final class Gate {

    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    /** Lets all go on that wait, and all that come later. Twice is no effect. */
    public void open() {
        opened.complete(null);
    }

    /** Completes, always normally, when the gate is opened. */
    public CompletionStage<Void> opened() {
        return opened.minimalCompletionStage();
    }
}
