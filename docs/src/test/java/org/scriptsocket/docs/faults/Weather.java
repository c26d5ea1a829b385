package org.scriptsocket.docs.faults;

/** What goes on around the script: so much time passes, and then there is an update or none. */
record Weather(int millis, boolean update) {

    @Override
    public String toString() {
        return millis + (update ? " update" : "");
    }
}
