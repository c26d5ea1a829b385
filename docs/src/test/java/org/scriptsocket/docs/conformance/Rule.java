package org.scriptsocket.docs.conformance;

/** What a server can do wrong: how we name it to the script and to the server, and the code that we close with. */
record Rule(int code, String error, String reason) {

    static final Rule MASKED = protocol("Masked frame from the server");
    static final Rule LENGTH = protocol("Length not in its shortest form or over 63 bits");
    static final Rule LONE_CONTINUATION = protocol("Continuation without a message to continue");
    static final Rule NEW_MESSAGE = protocol("New message before the end of another");
    static final Rule CONTROL_IN_FRAGMENTS = protocol("Control frame in fragments");
    static final Rule CONTROL_TOO_LONG = protocol("Control frame over 125 bytes");
    static final Rule HALF_A_CODE = protocol("Close frame with half a code");
    static final Rule TEXT = data("Text message is not valid UTF-8");
    static final Rule REASON = data("Close reason is not valid UTF-8");

    /** The first that is set is named. */
    static Rule reserved(int rsv) {
        return protocol("Reserved bit RSV" + (rsv >= 4 ? 1 : rsv >= 2 ? 2 : 3) + " set");
    }

    static Rule opcode(int opcode) {
        return protocol("Unknown opcode " + opcode);
    }

    static Rule closeCode(int code) {
        return protocol("Invalid close code " + code);
    }

    static Rule limit(long atLeast, long limit) {
        return new Rule(
                1009,
                "Message of at least " + atLeast + " bytes is over the limit of " + limit,
                "message over the limit of " + limit + " bytes");
    }

    private static Rule protocol(String error) {
        return new Rule(1002, error, error);
    }

    private static Rule data(String error) {
        return new Rule(1007, error, error);
    }
}
