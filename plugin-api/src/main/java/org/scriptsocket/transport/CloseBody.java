package org.scriptsocket.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What stands in a Close frame (RFC 6455, section 5.5.1), for authors of transports. Pure functions. */
public final class CloseBody {

    private CloseBody() {}

    /** The body that says so; an empty one for {@link CloseStatus#NONE}. */
    public static ByteBuffer of(CloseStatus status) {
        if (status.code() == CloseStatus.NONE) {
            return ByteBuffer.allocate(0);
        }
        byte[] reason = status.reason().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + reason.length)
                .putShort((short) status.code())
                .put(reason)
                .flip();
    }

    /** What a body without a {@link #problem} says. */
    public static CloseStatus status(byte[] body) {
        return body.length < 2
                ? new CloseStatus(CloseStatus.NONE)
                : new CloseStatus(code(body), new String(body, 2, body.length - 2, StandardCharsets.UTF_8));
    }

    /** Why a peer may not send that body, with the status to answer; or empty. */
    public static Optional<Failure.Violation> problem(byte[] body) {
        if (body.length == 1) {
            return broken(CloseStatus.PROTOCOL_ERROR, "Close frame with half a code");
        }
        if (body.length > 1 && !CloseStatus.isValid(code(body))) {
            return broken(CloseStatus.PROTOCOL_ERROR, "Invalid close code " + code(body));
        }
        Utf8Check utf8 = new Utf8Check();
        boolean isText = body.length < 2 || utf8.accept(ByteBuffer.wrap(body, 2, body.length - 2)) && utf8.complete();
        return isText ? Optional.empty() : broken(CloseStatus.BAD_DATA, "Close reason is not valid UTF-8");
    }

    private static int code(byte[] body) {
        return Short.toUnsignedInt(ByteBuffer.wrap(body).getShort());
    }

    private static Optional<Failure.Violation> broken(int code, String what) {
        return Optional.of(new Failure.Violation(what, new CloseStatus(code, what)));
    }
}
