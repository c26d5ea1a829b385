package org.scriptsocket.specs;

import java.util.List;

/** A test failed; the message says all there is to say, and Java's calls say nothing. */
final class SpecFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    SpecFailure(String message) {
        super(message);
    }

    /** @param events of the connections; may be empty */
    static SpecFailure of(List<String> failures, String events) {
        String what = String.join("\n\nand then: ", failures);
        return new SpecFailure(events.isEmpty() ? what : what + "\n\nThe last events of the connections:" + events);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
