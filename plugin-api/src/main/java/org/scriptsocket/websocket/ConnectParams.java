package org.scriptsocket.websocket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;

/**
 * The {@code params} of a connect, read and checked.
 *
 * @param timeoutNanos may be 0 or less: then it is over before it begins
 * @param headersSize bytes of all headers as the script gave them; where they are over the limit, the rest says nothing of them
 * @param headers the script's own without Host, the offer of subprotocols among them
 * @param host the script's own {@code Host} header, or null
 */
record ConnectParams(
        long timeoutNanos,
        long headersSize,
        List<HeaderField> headers,
        List<String> protocols,
        @Nullable HeaderField host) {}
