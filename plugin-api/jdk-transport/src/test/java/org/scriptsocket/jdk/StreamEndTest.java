package org.scriptsocket.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

/** The end of a stream, which the JDK may overlook. */
final class StreamEndTest {

    private final MisbehavingServer server = MisbehavingServer.start();
    private final JdkTransport transport = new JdkTransport(JdkSettings.standard(), Duration.ofSeconds(2));
    private final ListenerRecorder told = new ListenerRecorder();

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    @RepeatedTest(10)
    void an_end_that_comes_with_messages_is_told_once_even_where_the_jdk_overlooks_it() {
        server.on("/fin", Behaviour.accept().send("a").send("b").fin());
        open("/fin", 10);
        told.takeOpen();
        assertThat(told.takeText()).isEqualTo("a");
        assertThat(told.takeUntilFailure(Failure.Lost.class)).hasSizeLessThanOrEqualTo(1);
        told.assertExhausted();
    }

    @Test
    void an_end_behind_messages_that_nobody_wants_yet_leaves_other_connections_alone() {
        Behaviour many = Behaviour.accept();
        for (int i = 0; i < 20; i++) {
            many = many.send("m" + i);
        }
        server.on("/many", many.fin());
        TransportConnection held = open("/many", 0);
        told.takeOpen();
        ListenerRecorder others = new ListenerRecorder();
        TransportConnection other = transport.open(request("/other"), others);
        other.request(1);
        others.takeOpen();
        other.send(Message.text("x"));
        other.flush();
        assertThat(others.takeText()).isEqualTo("x");
        told.assertExhausted();
        held.request(20);
        other.request(1);
        other.send(Message.text("y"));
        other.flush();
        assertThat(others.takeText()).isEqualTo("y");
        assertThat(told.takeUntilFailure(Failure.Lost.class)).hasSizeBetween(1, 20);
    }

    private TransportConnection open(String target, long demand) {
        TransportConnection connection = transport.open(request(target), told);
        connection.request(demand);
        return connection;
    }

    private ConnectRequest request(String target) {
        return ConnectRequest.to("127.0.0.1", server.port()).target(target).build();
    }
}
