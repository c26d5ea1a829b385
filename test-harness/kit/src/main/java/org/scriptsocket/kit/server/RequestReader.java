package org.scriptsocket.kit.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.policy.HeaderField;

/** Takes the head of a request off a stream. */
final class RequestReader {

    private static final int LONGEST = 1 << 20;

    private RequestReader() {}

    /** @return null if the stream ends before the head is whole */
    static Seen.@Nullable Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
            ends = b == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : b == '\r' ? 1 : 0;
            if (head.size() > LONGEST) {
                throw new IOException("a request head of more than " + LONGEST + " bytes");
            }
        }
        return parse(head.toString(StandardCharsets.ISO_8859_1));
    }

    private static Seen.Request parse(String head) {
        String[] lines = head.substring(0, head.length() - 4).split("\r\n", -1);
        List<HeaderField> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = Math.max(lines[i].indexOf(':'), 0);
            String value = colon == 0 ? "" : lines[i].substring(colon + 1).strip();
            headers.add(new HeaderField(colon == 0 ? lines[i] : lines[i].substring(0, colon), value));
        }
        return new Seen.Request(lines[0], headers);
    }
}
