package org.scriptsocket.docs.soak;

import org.jspecify.annotations.Nullable;

/**
 * What the script said of a connection when it was over for it.
 *
 * @param how DISCONNECTED, or CLOSED if the script was closed before
 * @param code of DISCONNECTED
 * @param error the text of ERROR, or empty
 */
record Account(
        String how, int code, int came, long cameSum, int sent, long sentSum, int errors, String error, boolean open) {

    static Account of(@Nullable Object... told) {
        return new Account(
                String.valueOf(told[1]),
                (int) number(told[2]),
                (int) number(told[3]),
                number(told[4]),
                (int) number(told[5]),
                number(told[6]),
                (int) number(told[7]),
                String.valueOf(told[8]),
                Boolean.TRUE.equals(told[9]));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }

    boolean wasClosed() {
        return how.equals("CLOSED");
    }
}
