package org.scriptsocket.editor;

/** A description that can not be understood; the message says which, and why. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ApiException(String message) {
        super(message);
    }
}
