package org.scriptsocket.jetty;

/** Carries through Jetty why a connection could not be opened, as a sentence for a script. */
final class PlainException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlainException(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
