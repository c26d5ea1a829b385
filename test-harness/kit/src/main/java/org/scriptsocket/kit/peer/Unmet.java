package org.scriptsocket.kit.peer;

import org.jspecify.annotations.Nullable;

/**
 * A message that a peer has expected and that has not come.
 *
 * @param expected what it was, and if more was expected after it, how much
 * @param target path and query of the request, or of the route where nobody has connected
 * @param connection the number of the connection, from 1; 0 if nobody has connected
 * @param instead what came, or how it ended; null if nothing has come, and it still may
 */
public record Unmet(
        String expected,
        String target,
        int connection,
        @Nullable String instead) {

    /** Whether it can't come any more. */
    public boolean isOver() {
        return instead != null;
    }

    /** A sentence with all of it. */
    @Override
    public String toString() {
        if (connection == 0) {
            return "expected " + expected + " on " + target + ", but nobody connected";
        }
        return "expected " + expected + " on " + target + " (connection " + connection + "), but "
                + (instead == null ? "nothing came" : instead);
    }
}
