package org.scriptsocket.specs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptError;

/** What the callbacks of a spec threw, until a test takes it as its failure. On the thread of the spec. */
final class CallbackErrors implements Consumer<ScriptError> {

    private final Deque<ScriptError> errors = new ArrayDeque<>();
    /** Of code that ran on and on, in a callback or not. */
    private @Nullable Overrun overrun;
    /** An error of our own scripts, which drive the spec. */
    private @Nullable ScriptError own;

    @Override
    public void accept(ScriptError error) {
        if (error.function().equals("update")) {
            own = error;
        } else {
            errors.add(error);
        }
    }

    void overran(Overrun by) {
        overrun = by;
    }

    @Nullable Overrun takeOverrun() {
        Overrun last = overrun;
        overrun = null;
        return last;
    }

    @Nullable ScriptError next() {
        return errors.poll();
    }

    /** All that are left, a text each. */
    List<String> takeAll() {
        List<String> all = new ArrayList<>();
        errors.forEach(error -> all.add(Texts.withCalls(error.located(), error.traceback())));
        errors.clear();
        Overrun last = takeOverrun();
        if (last != null) {
            all.add(last.located());
        }
        return all;
    }

    /** @throws IllegalStateException if our own scripts have failed: nothing would go on */
    void check() {
        if (own != null) {
            throw new IllegalStateException("the runner of the specs failed: " + own.located(), own.cause());
        }
    }
}
