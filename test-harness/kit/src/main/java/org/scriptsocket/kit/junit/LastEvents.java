package org.scriptsocket.kit.junit;

/** Carries the last events of the connections into the stack trace of the exception that ended a test. */
final class LastEvents extends Exception {

    private static final long serialVersionUID = 1;

    LastEvents(String events) {
        super(events, null, false, false);
    }

    /** The events and no class name. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message stays what it is
    public String toString() {
        return String.valueOf(getMessage());
    }
}
