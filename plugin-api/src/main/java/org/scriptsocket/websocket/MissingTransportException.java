package org.scriptsocket.websocket;

/** No transport was found, or none of the name that was asked for; the message names what to add. */
public final class MissingTransportException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public MissingTransportException(String message) {
        super(message);
    }
}
