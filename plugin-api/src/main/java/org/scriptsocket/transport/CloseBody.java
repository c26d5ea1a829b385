package org.scriptsocket.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What stands in a Close frame (RFC 6455, section 5.5.1). */
final class CloseBody {

    private CloseBody() {}

    static ByteBuffer of(CloseStatus status) {
        if (status.code() == CloseStatus.NONE) {
            return ByteBuffer.allocate(0);
        }
        byte[] reason = status.reason().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + reason.length)
                .putShort((short) status.code())
                .put(reason)
                .flip();
    }

    static CloseStatus status(byte[] body) {
        return body.length < 2
                ? new CloseStatus(CloseStatus.NONE)
                : new CloseStatus(code(body), new String(body, 2, body.length - 2, StandardCharsets.UTF_8));
    }

    static Optional<Failure> problem(byte[] body) {
        if (body.length == 1) {
            return broken(CloseStatus.PROTOCOL_ERROR, "Close frame of one byte");
        }
        if (body.length > 1 && !CloseStatus.isValid(code(body))) {
            return broken(CloseStatus.PROTOCOL_ERROR, "Close frame with the status code " + code(body));
        }
        Utf8Check utf8 = new Utf8Check();
        boolean isText = body.length < 2 || utf8.accept(ByteBuffer.wrap(body, 2, body.length - 2)) && utf8.complete();
        return isText ? Optional.empty() : broken(CloseStatus.BAD_DATA, "Close frame with a reason that is no UTF-8");
    }

    private static int code(byte[] body) {
        return Short.toUnsignedInt(ByteBuffer.wrap(body).getShort());
    }

    private static Optional<Failure> broken(int code, String what) {
        return Optional.of(new Failure.Violation(what, new CloseStatus(code, what)));
    }
}
