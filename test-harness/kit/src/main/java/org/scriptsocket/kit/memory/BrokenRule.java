package org.scriptsocket.kit.memory;

import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;

/** A frame broke a rule of RFC 6455, or a limit. */
final class BrokenRule extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    BrokenRule(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    static BrokenRule protocol(String what) {
        return new BrokenRule(new Failure.Violation(what, new CloseStatus(CloseStatus.PROTOCOL_ERROR, what)));
    }

    static BrokenRule data(String what) {
        return new BrokenRule(new Failure.Violation(what, new CloseStatus(CloseStatus.BAD_DATA, what)));
    }

    Failure failure() {
        return failure;
    }
}
