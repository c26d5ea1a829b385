package org.scriptsocket.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A data message (RFC 6455, section 5.6). Text is carried as its UTF-8 bytes.
 *
 * @param payload the bytes from position to limit; who gets a message leaves both and the content as they are
 */
public record Message(Type type, ByteBuffer payload) {

    /** What a script sees as {@code DATA_TYPE_TEXT} and {@code DATA_TYPE_BINARY}. */
    public enum Type {
        TEXT(1),
        BINARY(2);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        /** The number that scripts use. */
        public int code() {
            return code;
        }
    }

    public static Message text(String text) {
        return new Message(Type.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Message binary(byte... bytes) {
        return new Message(Type.BINARY, ByteBuffer.wrap(bytes));
    }

    public int length() {
        return payload.remaining();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        byte[] copy = new byte[length()];
        payload.duplicate().get(copy);
        return copy;
    }

    /** The bytes decoded as UTF-8. */
    public String string() {
        return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }
}
