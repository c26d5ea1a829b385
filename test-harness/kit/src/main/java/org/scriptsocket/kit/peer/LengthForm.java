package org.scriptsocket.kit.peer;

/** How the length of a payload is written (RFC 6455, section 5.2). */
public enum LengthForm {
    /** The shortest that fits, as the RFC demands. */
    SHORTEST,
    /** In the 16 bits after the marker 126. */
    BITS_16,
    /** In the 64 bits after the marker 127. */
    BITS_64;

    LengthForm of(long length) {
        if (this != SHORTEST) {
            return this;
        }
        if (length > 0xFFFF) {
            return BITS_64;
        }
        return length > 125 ? BITS_16 : SHORTEST;
    }
}
