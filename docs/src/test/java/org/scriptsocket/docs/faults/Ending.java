package org.scriptsocket.docs.faults;

import org.jspecify.annotations.Nullable;

/**
 * How a connection ends if its script does nothing about it.
 *
 * @param comes whether it does by itself
 * @param error how the text of ERROR begins, or null if there must be none
 * @param code what DISCONNECTED says
 */
public record Ending(boolean comes, @Nullable String error, int code) {

    static Ending never() {
        return new Ending(false, null, 0);
    }

    static Ending closed(int code) {
        return new Ending(true, null, code);
    }

    static Ending broken(int code) {
        return new Ending(true, "", code);
    }

    static Ending failed(String error) {
        return new Ending(true, error, 1006);
    }
}
