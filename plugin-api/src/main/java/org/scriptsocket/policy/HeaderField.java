package org.scriptsocket.policy;

/**
 * One header line of a handshake (RFC 9110, section 5), spelled as it was written.
 *
 * <p>The characters of name and value stand for bytes (ISO-8859-1), so that every value survives unchanged.
 */
public record HeaderField(String name, String value) {

    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
