package org.scriptsocket.jetty;

/** Carries through Jetty what is wrong with a 101; the text begins with the name of the header. */
final class BadHandshakeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadHandshakeException(String which) {
        super(which, null, false, false);
    }

    String which() {
        return String.valueOf(getMessage());
    }
}
