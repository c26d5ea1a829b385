package org.scriptsocket.docs.conformance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Octets to send, and how a line of the table shows them. */
final class Octets {

    /** As many as echo.lua shows. */
    private static final int SHOWN = 64;

    private Octets() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... pieces) {
        byte[] all =
                new byte[Arrays.stream(pieces).mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** This pattern again and again, cut off after so many octets. */
    static byte[] repeat(int octets, byte... pattern) {
        byte[] all = new byte[octets];
        for (int i = 0; i < octets; i++) {
            all[i] = pattern[i % pattern.length];
        }
        return all;
    }

    /** As echo.lua shows them. */
    static String show(byte... octets) {
        if (octets.length > SHOWN) {
            return octets.length + " octets";
        }
        return isPrintable(octets)
                ? '"' + new String(octets, StandardCharsets.US_ASCII) + '"'
                : HexFormat.of().formatHex(octets);
    }

    /** The same, but told from all others however long they are. */
    static String identify(byte... octets) {
        return show(octets) + (octets.length > SHOWN ? " " + digest(octets) : "");
    }

    private static boolean isPrintable(byte... octets) {
        for (byte octet : octets) {
            if (octet < ' ' || octet > '~') {
                return false;
            }
        }
        return true;
    }

    private static String digest(byte... octets) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
