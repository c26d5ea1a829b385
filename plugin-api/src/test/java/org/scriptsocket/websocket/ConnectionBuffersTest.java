package org.scriptsocket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scriptsocket.policy.Limits;

final class ConnectionBuffersTest {

    private final HostBuffers host = new HostBuffers(Limits.standard().with("host-buffers", "100"));
    private final ConnectionBuffers one = new ConnectionBuffers(host);
    private final ConnectionBuffers two = new ConnectionBuffers(host);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void pieces_of_messages_count_until_the_message_is_whole() {
        assertThat(one.receive(100, asked::incrementAndGet)).isTrue();
        assertThat(host.hasRoom()).isFalse();
        one.received();
        assertThat(host.hasRoomFor(100)).isTrue();
    }

    @Test
    void what_waits_to_be_written_counts_until_it_is_written() {
        one.send(60);
        two.send(30);
        assertThat(host.hasRoomFor(11)).isFalse();
        assertThat(host.hasRoomFor(10)).isTrue();
        one.sent(60);
        assertThat(host.hasRoomFor(70)).isTrue();
    }

    @Test
    void one_message_may_always_be_sent() {
        assertThat(host.hasRoomFor(1_000_000)).isTrue();
        one.send(1);
        assertThat(host.hasRoomFor(1_000_000)).isFalse();
    }

    @Test
    void one_connection_at_a_time_may_finish_its_message_though_there_is_no_room() {
        host.add(100);
        assertThat(one.receive(50, asked::incrementAndGet)).isTrue();
        assertThat(one.receive(50, asked::incrementAndGet)).isTrue();
        assertThat(two.receive(1, asked::incrementAndGet)).isFalse();
        assertThat(asked).hasValue(0);
        one.received();
        assertThat(asked).as("the turn is free").hasValue(1);
        assertThat(two.receive(1, asked::incrementAndGet)).isTrue();
    }

    @Test
    void whoever_waits_is_told_when_there_is_room() {
        host.add(100);
        assertThat(one.receive(1, asked::incrementAndGet)).isTrue();
        assertThat(two.receive(1, asked::incrementAndGet)).isFalse();
        host.release(50);
        assertThat(asked).hasValue(1);
        assertThat(two.receive(1, asked::incrementAndGet)).isTrue();
    }

    @Test
    void a_connection_that_is_gone_holds_nothing_and_takes_nothing() {
        one.receive(50, asked::incrementAndGet);
        one.send(40);
        one.end();
        assertThat(host.hasRoomFor(100)).isTrue();
        one.send(40);
        one.sent(40);
        one.receive(50, asked::incrementAndGet);
        assertThat(host.hasRoomFor(100)).isTrue();
    }
}
