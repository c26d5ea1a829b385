package org.scriptsocket.docs.faults;

/**
 * Something that the script told, or the test did to it.
 *
 * @param update in or after which update; 0 before the first
 */
record Told(int update, What what, int id, String text, int code) {

    enum What {
        CONNECT,
        DEED,
        SENT,
        REFUSED,
        DISCONNECT,
        /** As DISCONNECT, but by the test, when all that was to come has come. */
        LEAVE,
        /** The instance was closed by one of its deeds. */
        CLOSED,
        /** The instance was closed by the test, when all that was to come has come. */
        CLOSED_LAST,
        MIXED_UP,
        CONNECTED,
        MESSAGE,
        ERROR,
        DISCONNECTED;

        boolean isEvent() {
            return compareTo(CONNECTED) >= 0;
        }
    }

    @Override
    public String toString() {
        String shown = text.length() > 100 ? text.substring(0, 100) + "... " + text.length() : text;
        return update + ": " + id + " " + what + " '" + shown + "'" + (code == 0 ? "" : " " + code);
    }
}
