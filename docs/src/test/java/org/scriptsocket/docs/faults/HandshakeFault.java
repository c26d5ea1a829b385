package org.scriptsocket.docs.faults;

import org.scriptsocket.kit.peer.Behaviour;

/** Up to the answer to the handshake. */
@SuppressWarnings("ImmutableEnumChecker") // never changed
public enum HandshakeFault implements Fault {
    BAD_URL(Behaviour.accept(), "Failed to open connection: "),
    REFUSED_BY_POLICY(Behaviour.accept(), "Failed to open connection: "),
    RST(Behaviour.refuse(), "Failed to open connection: "),
    FIN(Behaviour.silence().fin(), "Failed to open connection: "),
    SILENCE(Behaviour.silence(), "Connect sequence timed out"),
    STATUS(Behaviour.reject(403).body("go away"), "Wrong response status: 403"),
    STATUS_CUT(Behaviour.reject(503).body("half").missing(9).fin(), "Wrong response status: 503"),
    STATUS_STALLED(Behaviour.reject(500).body("half").missing(9).ignore(), "Wrong response status: 500"),
    WRONG_ACCEPT(Behaviour.accept().header("Sec-WebSocket-Accept", "no"), "Failed verifying handshake headers: "),
    NO_UPGRADE(Behaviour.accept().header("Upgrade", ""), "Failed verifying handshake headers: "),
    WRONG_PROTOCOL(Behaviour.accept().protocol("never"), "Failed verifying handshake headers: "),
    NO_ONE_LISTENS(Behaviour.accept(), "Failed to open connection: ", true),
    GARBAGE(Behaviour.raw("this is no HTTP\r\n\r\n").fin(), "Failed to parse handshake response: ", true),
    CUT(Behaviour.raw("HTTP/1.1 101 Switching Protocols\r\nUpgr").fin(), "Failed to open connection: ", true);

    private final Behaviour behaviour;
    private final Ending ending;
    private final boolean raw;

    HandshakeFault(Behaviour behaviour, String error) {
        this(behaviour, error, false);
    }

    HandshakeFault(Behaviour behaviour, String error, boolean raw) {
        this.behaviour = behaviour;
        this.ending = Ending.failed(error);
        this.raw = raw;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** Whether only the deadline ends it. */
    public boolean isTimed() {
        return this == SILENCE || this == STATUS_STALLED;
    }

    @Override
    public Ending ending() {
        return ending;
    }

    @Override
    public boolean isRaw() {
        return raw;
    }
}
