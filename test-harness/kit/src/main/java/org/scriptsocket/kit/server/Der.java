package org.scriptsocket.kit.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes the little of ASN.1 DER (X.690) that a certificate needs. */
final class Der {

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(List<byte[]> parts) {
        return tagged(0x30, concat(parts));
    }

    static byte[] sequence(byte[]... parts) {
        return sequence(List.of(parts));
    }

    static byte[] integer(long value) {
        return tagged(0x02, java.math.BigInteger.valueOf(value).toByteArray());
    }

    static byte[] yes() {
        return tagged(0x01, (byte) 0xFF);
    }

    static byte[] bits(byte... bytes) {
        return tagged(0x03, concat(List.of(new byte[] {0}, bytes)));
    }

    static byte[] octets(byte... bytes) {
        return tagged(0x04, bytes);
    }

    static byte[] time(Instant time) {
        boolean late = time.isAfter(Instant.parse("2049-12-31T23:59:59Z"));
        String text = late ? GENERALIZED_TIME.format(time) : UTC_TIME.format(time);
        return tagged(late ? 0x18 : 0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** An object identifier such as {@code 2.5.29.17}. */
    static byte[] oid(String dotted) {
        List<byte[]> bytes = new ArrayList<>();
        String[] arcs = dotted.split("\\.", -1);
        bytes.add(base128(40 * Long.parseLong(arcs[0]) + Long.parseLong(arcs[1])));
        for (int i = 2; i < arcs.length; i++) {
            bytes.add(base128(Long.parseLong(arcs[i])));
        }
        return tagged(0x06, concat(bytes));
    }

    static byte[] tagged(int tag, byte... content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = java.math.BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - from);
            out.write(length, from, length.length - from);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] base128(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int shift = 63; shift > 0; shift -= 7) {
            if (value >>> shift != 0) {
                out.write((int) (value >>> shift & 0x7F) | 0x80);
            }
        }
        out.write((int) (value & 0x7F));
        return out.toByteArray();
    }

    private static byte[] concat(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
