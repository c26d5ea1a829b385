package org.scriptsocket.jetty;

import org.scriptsocket.transport.CloseBody;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;

/** What ended the frames of a peer that count: its Close frame, a violation, or a message that is too big. */
@FunctionalInterface
interface StreamEnd {

    void tell(JettyConnection connection);

    static StreamEnd violation(int code, String what) {
        return violation(new Failure.Violation(what, new CloseStatus(code, what)));
    }

    private static StreamEnd violation(Failure.Violation violation) {
        return connection -> connection.broken(violation, violation.sent());
    }

    /** @param body of the peer's Close frame */
    static StreamEnd close(byte[] body) {
        return CloseBody.problem(body)
                .map(StreamEnd::violation)
                .orElseGet(() -> connection -> connection.closedByPeer(CloseBody.status(body)));
    }
}
