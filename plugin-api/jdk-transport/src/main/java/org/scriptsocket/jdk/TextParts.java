package org.scriptsocket.jdk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Turns the text of the JDK back into the bytes that came; a surrogate pair may be cut in two by the end of a part. */
final class TextParts {

    /** The first half of a pair whose second half comes with the next part, or the empty string. */
    private String left = "";

    byte[] bytes(CharSequence part) {
        String all = left + part;
        int end = all.length();
        boolean cut = end > 0 && Character.isHighSurrogate(all.charAt(end - 1));
        left = cut ? all.substring(end - 1) : "";
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(all, 0, cut ? end - 1 : end));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
