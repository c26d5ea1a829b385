package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/** A peer that sends pings and reads no pong. */
class PingFloodTest extends TransportTest {

    private static final int PINGS = 100_000;
    private static final int PONGS_THAT_WAIT = 64 << 10;

    @Test
    void keepsABoundedNumberOfPongsAndTheNewestOfAll() {
        Gate reads = new Gate();
        List<Frame> pings = new ArrayList<>();
        for (int i = 0; i < PINGS; i++) {
            pings.add(Frame.ping("x".repeat(100) + i));
        }
        TransportConnection connection =
                connect(Behaviour.accept().send(pings).send("end").await(reads));
        recorder.takeOpen();
        assertThat(recorder.takeText()).isEqualTo("end");
        assertThat(connection.unsent()).isBetween(1L, PONGS_THAT_WAIT + 250L);
        reads.open();
        RecordedConnection peer = server.takeConnection();
        peer.takeRequest();
        Frame pong = peer.takeFrame();
        while (!pong.string().equals(pings.get(PINGS - 1).string())) {
            assertThat(pong.opcode()).isEqualTo(Frame.PONG);
            pong = peer.takeFrame();
        }
        connection.send(Message.text("after"));
        connection.flush();
        assertThat(peer.takeFrame().string()).isEqualTo("after");
        connection.abort();
    }
}
