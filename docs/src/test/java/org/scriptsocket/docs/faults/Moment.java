package org.scriptsocket.docs.faults;

/** When in its life a script acts. */
public enum Moment {
    INIT(false, false),
    CONNECTED(true, false),
    MESSAGE(true, true),
    ERROR(true, false),
    DISCONNECTED(true, false),
    UPDATE(false, true),
    FINAL(false, false);

    private final boolean event;
    private final boolean counted;

    Moment(boolean event, boolean counted) {
        this.event = event;
        this.counted = counted;
    }

    /** Whether it is an event of one connection; the others are the instance's. */
    boolean isEvent() {
        return event;
    }

    /** Whether there is a first, a second and so on. */
    boolean isCounted() {
        return counted;
    }
}
