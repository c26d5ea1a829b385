package org.scriptsocket.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Utf8Check;

/** The payload of Close frames (RFC 6455, section 5.5.1). */
final class CloseFrames {

    private CloseFrames() {}

    /** What the payload of the peer's Close frame means. */
    static StreamEnd read(ByteBuffer payload) {
        if (!payload.hasRemaining()) {
            return connection -> connection.closedByPeer(new CloseStatus(CloseStatus.NONE));
        }
        if (payload.remaining() == 1) {
            return StreamEnd.violation(CloseStatus.PROTOCOL_ERROR, "Close frame with half a code");
        }
        int code = payload.getShort() & 0xFFFF;
        if (!CloseStatus.isValid(code)) {
            return StreamEnd.violation(CloseStatus.PROTOCOL_ERROR, "Invalid close code " + code);
        }
        Utf8Check utf8 = new Utf8Check();
        if (!utf8.accept(payload) || !utf8.complete()) {
            return StreamEnd.violation(CloseStatus.BAD_DATA, "Close reason is not valid UTF-8");
        }
        CloseStatus status =
                new CloseStatus(code, StandardCharsets.UTF_8.decode(payload).toString());
        return connection -> connection.closedByPeer(status);
    }

    static ByteBuffer payload(CloseStatus status) {
        if (status.code() == CloseStatus.NONE) {
            return ByteBuffer.allocate(0);
        }
        byte[] reason = status.reason().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + reason.length)
                .putShort((short) status.code())
                .put(reason)
                .flip();
    }
}
