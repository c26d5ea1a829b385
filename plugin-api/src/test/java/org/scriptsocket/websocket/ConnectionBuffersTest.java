package org.scriptsocket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scriptsocket.policy.Limits;

final class ConnectionBuffersTest {

    private final HostBuffers host = new HostBuffers(Limits.standard().with("host-buffers", "100KiB"));
    private final ConnectionBuffers one = new ConnectionBuffers(host);
    private final ConnectionBuffers two = new ConnectionBuffers(host);
    private static final int KIB = 1 << 10;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void pieces_of_messages_count_until_the_message_is_whole() {
        assertThat(one.receive(100 * KIB, asked::incrementAndGet)).isTrue();
        assertThat(host.hasRoomFor(1)).isFalse();
        one.received();
        assertThat(host.hasRoomFor(100 * KIB)).isTrue();
    }

    @Test
    void what_waits_to_be_written_counts_until_it_is_written() {
        one.send(60 * KIB);
        two.send(30 * KIB);
        assertThat(host.hasRoomFor(10 * KIB + 1)).isFalse();
        assertThat(host.hasRoomFor(10 * KIB)).isTrue();
        one.sent(60 * KIB);
        assertThat(host.hasRoomFor(70 * KIB)).isTrue();
    }

    @Test
    void one_message_may_always_be_sent() {
        assertThat(host.hasRoomFor(1_000_000)).isTrue();
        one.send(1);
        assertThat(host.hasRoomFor(1_000_000)).isFalse();
    }

    @Test
    void new_messages_are_demanded_whatever_peers_hold_back() {
        one.receive(200 * KIB, asked::incrementAndGet);
        assertThat(host.hasRoom()).isTrue();
    }

    @Test
    void short_messages_pass_whatever_peers_hold_back() {
        one.receive(200 * KIB, asked::incrementAndGet);
        assertThat(two.receive(64 * KIB, asked::incrementAndGet)).isTrue();
    }

    @Test
    void one_connection_at_a_time_may_finish_its_message_though_there_is_no_room() {
        host.add(100 * KIB);
        assertThat(one.receive(65 * KIB, asked::incrementAndGet)).isTrue();
        assertThat(one.receive(65 * KIB, asked::incrementAndGet)).isTrue();
        assertThat(two.receive(65 * KIB, asked::incrementAndGet)).isFalse();
        assertThat(asked).hasValue(0);
        one.received();
        assertThat(asked).as("the turn is free").hasValue(1);
        assertThat(two.receive(65 * KIB, asked::incrementAndGet)).isTrue();
    }

    @Test
    void who_begins_to_wait_when_the_turn_is_free_is_told_at_once() {
        host.add(100 * KIB);
        host.whenAdmitted(asked::incrementAndGet);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_demand_takes_no_turn_from_whoever_waits_for_one() {
        host.add(100 * KIB);
        assertThat(one.receive(65 * KIB, asked::incrementAndGet)).isTrue();
        host.whenRoom(() -> {});
        assertThat(two.receive(65 * KIB, asked::incrementAndGet)).isFalse();
        one.received();
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoever_waits_is_told_when_there_is_room() {
        host.add(100 * KIB);
        assertThat(one.receive(65 * KIB, asked::incrementAndGet)).isTrue();
        assertThat(two.receive(65 * KIB, asked::incrementAndGet)).isFalse();
        host.release(80 * KIB);
        assertThat(asked).hasValue(1);
        assertThat(two.receive(65 * KIB, asked::incrementAndGet)).isTrue();
    }

    @Test
    void a_connection_that_is_gone_holds_nothing_and_takes_nothing() {
        one.receive(50 * KIB, asked::incrementAndGet);
        one.send(40 * KIB);
        one.end();
        assertThat(host.hasRoomFor(100 * KIB)).isTrue();
        one.send(40 * KIB);
        one.sent(40 * KIB);
        one.receive(50 * KIB, asked::incrementAndGet);
        assertThat(host.hasRoomFor(100 * KIB)).isTrue();
    }
}
