package org.scriptsocket.runner;

/** What the user asked for can not be done; the message is a sentence for them. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }

    static void unless(boolean right, String message) {
        if (!right) {
            throw new UsageException(message);
        }
    }
}
