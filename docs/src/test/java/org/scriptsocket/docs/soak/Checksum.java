package org.scriptsocket.docs.soak;

import java.util.zip.Adler32;

/** Of messages in their order, with their types; soak.lua makes the same. */
final class Checksum {

    private final Adler32 sum = new Adler32();
    private int messages;

    /** @param type 1 for text, 2 for binary */
    void add(byte[] message, int type) {
        sum.update(message);
        sum.update(type);
        messages++;
    }

    int messages() {
        return messages;
    }

    long value() {
        return sum.getValue();
    }
}
