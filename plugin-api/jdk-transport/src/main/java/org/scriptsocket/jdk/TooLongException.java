package org.scriptsocket.jdk;

import java.io.IOException;

/** An answer is too long to be read; its message ends a sentence that begins with the name of the peer. */
final class TooLongException extends IOException {

    private static final long serialVersionUID = 1;

    TooLongException(String what) {
        super(what);
    }
}
