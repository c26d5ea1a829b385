package org.scriptsocket.websocket;

/**
 * What scripts and logs see of a connection.
 *
 * @param number from 1, of its engine
 * @param origin scheme, host and port, or a question mark
 */
record ConnectionName(long number, String origin) {

    @Override
    public String toString() {
        return "websocket: " + number + " (" + origin + ")";
    }
}
