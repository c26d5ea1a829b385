package org.scriptsocket.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.scriptsocket.policy.HeaderField;

/**
 * What the server answered to the opening handshake.
 *
 * @param status the HTTP status
 * @param headers in the order of arrival, blanks around a value removed
 * @param body byte for byte, chunked coding undone, content coding not; cut at {@code response-body}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and read once; a list of bytes would only be slower
public record HandshakeResponse(int status, List<HeaderField> headers, byte[] body) {

    public HandshakeResponse {
        headers = List.copyOf(headers);
    }

    /** Names in the spelling in which they came first, repeated ones joined with {@code ", "}. */
    public Map<String, String> joinedHeaders() {
        Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, StringJoiner> joined = new LinkedHashMap<>();
        for (HeaderField header : headers) {
            String name = spelling.computeIfAbsent(header.name(), first -> first);
            joined.computeIfAbsent(name, first -> new StringJoiner(", ")).add(header.value());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        joined.forEach((name, values) -> texts.put(name, values.toString()));
        return texts;
    }
}
