package org.scriptsocket.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The opening handshake (RFC 6455, section 4), as far as clients that behave need it. */
final class Upgrade {

    private static final String END = "\r\n\r\n";
    private static final Pattern KEY = Pattern.compile("(?i)\r\nSec-WebSocket-Key: *([^ \r]+)");

    private Upgrade() {}

    /** Adds what was read to the head, and says whether it is whole; what follows it stays. */
    static boolean read(ByteBuffer in, StringBuilder head) {
        while (in.hasRemaining()) {
            head.append((char) in.get());
            if (head.charAt(head.length() - 1) == '\n' && head.lastIndexOf(END) >= 0) {
                return true;
            }
        }
        return false;
    }

    static byte[] request(int port) {
        return ascii("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13" + END);
    }

    static byte[] response(CharSequence request) {
        Matcher key = KEY.matcher(request);
        String accept = key.find() ? accept(key.group(1)) : "";
        return ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept + END);
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] digest = sha1.digest(ascii(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
