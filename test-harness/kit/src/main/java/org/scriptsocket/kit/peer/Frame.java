package org.scriptsocket.kit.peer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Message;

/**
 * One frame (RFC 6455, section 5.2), right or wrong. Immutable but for the array, which is not to be changed.
 *
 * @param rsv the three reserved bits, from 0 to 7
 * @param opcode from 0 to 15
 * @param length how the length is written
 * @param announced the length that the head says; the payload's own unless the frame lies
 */
@SuppressWarnings("ArrayRecordComponent") // compared by fields in tests, never as a whole
public record Frame(
        boolean fin, int rsv, int opcode, boolean masked, LengthForm length, long announced, byte[] payload) {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** A final, unmasked frame. */
    public static Frame of(int opcode, byte... payload) {
        return new Frame(true, 0, opcode, false, LengthForm.SHORTEST, payload.length, payload);
    }

    public static Frame text(String text) {
        return of(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Frame binary(byte... payload) {
        return of(BINARY, payload);
    }

    public static Frame continuation(String text) {
        return of(CONTINUATION, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Frame ping(String text) {
        return of(PING, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Frame pong(String text) {
        return of(PONG, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Frame of(Message message) {
        return of(message.type().code(), message.bytes());
    }

    public static Frame close(int code, String reason) {
        return close(new CloseStatus(code, reason));
    }

    /** With {@link CloseStatus#NONE}, the empty Close frame. */
    public static Frame close(CloseStatus status) {
        if (status.code() == CloseStatus.NONE) {
            return of(CLOSE);
        }
        byte[] reason = status.reason().getBytes(StandardCharsets.UTF_8);
        ByteBuffer payload = ByteBuffer.allocate(2 + reason.length);
        payload.putShort((short) status.code()).put(reason);
        return of(CLOSE, payload.array());
    }

    /** The same as a fragment that is not the last one. */
    public Frame notFinal() {
        return new Frame(false, rsv, opcode, masked, length, announced, payload);
    }

    public Frame rsv(int bits) {
        return new Frame(fin, bits, opcode, masked, length, announced, payload);
    }

    public Frame asMasked() {
        return new Frame(fin, rsv, opcode, true, length, announced, payload);
    }

    public Frame length(LengthForm form) {
        return new Frame(fin, rsv, opcode, masked, form, announced, payload);
    }

    /** The same with a head that says another length than the payload has. */
    public Frame announcing(long bytes) {
        return new Frame(fin, rsv, opcode, masked, length, bytes, payload);
    }

    /** The same message in so many fragments. */
    public List<Frame> split(int pieces) {
        List<Frame> all = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int from = (int) ((long) payload.length * i / pieces);
            int to = (int) ((long) payload.length * (i + 1) / pieces);
            Frame piece = of(i == 0 ? opcode : CONTINUATION, Arrays.copyOfRange(payload, from, to));
            all.add(i == pieces - 1 ? piece : piece.notFinal());
        }
        return all;
    }

    public boolean isControl() {
        return opcode >= CLOSE;
    }

    /** Whether both say the same, however they are masked and their lengths written. */
    boolean hasContentOf(Frame other) {
        return fin == other.fin && rsv == other.rsv && opcode == other.opcode && Arrays.equals(payload, other.payload);
    }

    /** The payload decoded as UTF-8. */
    public String string() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** Of a Close frame; {@link CloseStatus#NONE} if it is empty. */
    public CloseStatus status() {
        if (payload.length < 2) {
            return new CloseStatus(CloseStatus.NONE);
        }
        int code = ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        return new CloseStatus(code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
    }

    /** The bytes on the wire; a masked one has the mask 01 02 03 04. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 14);
        out.writeBytes(head());
        out.writeBytes(masked ? Mask.FIXED.apply(payload.clone()) : payload);
        return out.toByteArray();
    }

    private byte[] head() {
        LengthForm form = length.of(announced);
        ByteBuffer head = ByteBuffer.allocate(14);
        head.put((byte) ((fin ? 0x80 : 0) | rsv << 4 | opcode));
        int mask = masked ? 0x80 : 0;
        switch (form) {
            case SHORTEST -> head.put((byte) (mask | announced));
            case BITS_16 -> head.put((byte) (mask | 126)).putShort((short) announced);
            case BITS_64 -> head.put((byte) (mask | 127)).putLong(announced);
        }
        if (masked) {
            head.put(Mask.FIXED.key());
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    @Override
    public String toString() {
        return FrameText.of(this);
    }
}
