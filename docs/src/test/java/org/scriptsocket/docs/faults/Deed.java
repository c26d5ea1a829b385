package org.scriptsocket.docs.faults;

/** What a script does; faults.lua knows them by these names. */
public enum Deed {
    NOTHING,
    SEND_TEXT,
    SEND_BINARY,
    SEND_BIG,
    DISCONNECT,
    CONNECT,
    THROW,
    CLOSE
}
