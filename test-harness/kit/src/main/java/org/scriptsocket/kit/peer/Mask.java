package org.scriptsocket.kit.peer;

/** The masking of a client's payload (RFC 6455, section 5.3). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mask(byte[] key) {

    static final Mask FIXED = new Mask(new byte[] {1, 2, 3, 4});

    /** Changes the array itself, and returns it. */
    byte[] apply(byte[] payload) {
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= key[i & 3];
        }
        return payload;
    }
}
