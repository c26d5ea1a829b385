package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.TransportConnection;

final class MessagesTest {

    private final JettyTransport transport = new JettyTransport();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void a_text_is_sent_in_one_frame_and_its_echo_comes_back() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.accept();
            RawServer.Received frame = peer.frame();
            peer.write(RawServer.frame(0x80 | frame.opcode(), frame.payload()));
            RawServer.Received close = peer.frame();
            assertThat(close.code()).isEqualTo(1000);
            peer.write(RawServer.frame(0x88, close.payload()));
            peer.end();
        })) {
            TransportConnection connection = transport.open(Requests.to(server.port()), recorder);
            connection.request(10);
            assertThat(recorder.next(HandshakeResponse.class).status()).isEqualTo(101);
            connection.send(Message.text("hello"));
            assertThat(connection.unsent()).isEqualTo(5);
            connection.flush();
            Message echo = recorder.next(Message.class);
            assertThat(echo.type()).isEqualTo(Message.Type.TEXT);
            assertThat(echo.string()).isEqualTo("hello");
            assertThat(connection.unsent()).isZero();
            connection.close(new CloseStatus(CloseStatus.NORMAL));
            server.join();
            connection.gone().toCompletableFuture().get(20, TimeUnit.SECONDS);
            assertThat(recorder.isExhausted()).isTrue();
        }
    }

    @Test
    void a_mebibyte_in_the_packet_of_the_101_is_kept() throws Exception {
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        try (RawServer server = new RawServer(peer -> {
            peer.accept(RawServer.concat(RawServer.frame(0x82, much), RawServer.closeFrame(4001, "why")));
            assertThat(peer.frame().code()).isEqualTo(4001);
            peer.end();
        })) {
            TransportConnection connection = transport.open(Requests.to(server.port()), recorder);
            recorder.next(HandshakeResponse.class);
            connection.request(5);
            Message message = recorder.next(Message.class);
            assertThat(message.payload().arrayOffset()).isZero();
            assertThat(message.payload().array()).isEqualTo(much);
            assertThat(recorder.next(CloseStatus.class)).isEqualTo(new CloseStatus(4001, "why"));
            server.join();
            connection.gone().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }
}
