package org.scriptsocket.specs;

/** A test has said {@code pending} while it ran. */
final class PendingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PendingException(String reason) {
        super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
