package org.scriptsocket.docs.faults;

/** What a peer does wrong. */
public sealed interface Fault permits HandshakeFault, StreamFault {

    Ending ending();

    /** Whether it can only be played on sockets. */
    boolean isRaw();
}
