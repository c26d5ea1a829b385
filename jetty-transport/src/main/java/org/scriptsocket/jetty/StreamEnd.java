package org.scriptsocket.jetty;

import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;

/** What ended the frames of a peer that count: its Close frame, a violation, or a message that is too big. */
@FunctionalInterface
interface StreamEnd {

    void tell(JettyConnection connection);

    static StreamEnd violation(int code, String what) {
        CloseStatus status = new CloseStatus(code, what);
        return connection -> connection.broken(new Failure.Violation(what, status), status);
    }
}
