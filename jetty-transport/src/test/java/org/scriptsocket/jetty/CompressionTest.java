package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.transport.Failure;

/** A transport that offers compression, and a server that takes the offer. */
abstract class CompressionTest extends TransportTest {

    static final String HEADER = "Sec-WebSocket-Extensions";
    static final String NAME = "permessage-deflate";

    @Override
    JettySettings settings() {
        return JettySettings.standard().withCompression(true);
    }

    static Behaviour accept(String... answers) {
        Behaviour accept = Behaviour.accept();
        for (String answer : answers) {
            accept = accept.header(HEADER, answer);
        }
        return accept;
    }

    static Frame compressed(int opcode, String hex) {
        return Frame.of(opcode, HexFormat.of().parseHex(hex)).rsv(4);
    }

    /** RSV1 on the first of them only. */
    static List<Frame> split(Frame message, int pieces) {
        List<Frame> all = message.split(pieces);
        all.set(0, all.get(0).rsv(message.rsv()));
        return all;
    }

    RecordedConnection peer() {
        RecordedConnection peer = server.takeConnection();
        peer.takeRequest();
        return peer;
    }

    void assertViolation(int code, String what) {
        Failure failure = recorder.takeFailure();
        assertThat(failure.message()).isEqualTo(what);
        assertThat(peer().takeFrame().status().code()).isEqualTo(code);
        recorder.assertExhausted();
    }
}
