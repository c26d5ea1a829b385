package org.scriptsocket.kit.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Handshake;
import org.scriptsocket.policy.HeaderField;

/** The bytes of an answer up to its body. */
final class ResponseHead {

    private ResponseHead() {}

    static byte[] of(Answer.Accept answer, String key) {
        return bytes("101 Switching Protocols", Handshake.headers(answer, key));
    }

    static byte[] of(Answer.Reject answer) {
        return bytes(answer.status() + " " + phrase(answer.status()), Handshake.headers(answer));
    }

    private static byte[] bytes(String status, List<HeaderField> headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        headers.forEach(field -> head.append(field).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status";
        };
    }
}
