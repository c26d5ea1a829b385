package org.scriptsocket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scriptsocket.policy.Limits;

/** DESIGN 5: when to demand the next message. */
final class WindowTest {

    private static final Limits LIMITS = Limits.standard()
            .with("undelivered-messages", "3")
            .with("undelivered", "100")
            .with("host-buffers", "50");

    @Test
    void stops_at_the_number_of_messages_and_goes_on_when_one_is_delivered() {
        Window window = new Window(LIMITS);
        assertThat(window.arrived(1)).isTrue();
        assertThat(window.arrived(1)).isTrue();
        assertThat(window.arrived(1)).as("the third fills it").isFalse();
        assertThat(window.delivered(1)).as("room again").isTrue();
        assertThat(window.delivered(1)).as("one is demanded already").isFalse();
    }

    @Test
    void stops_at_the_number_of_bytes_but_lets_one_message_of_any_size_pass() {
        Window window = new Window(LIMITS);
        assertThat(window.arrived(1_000_000)).isFalse();
        assertThat(window.delivered(1_000_000)).isTrue();
        assertThat(window.arrived(99)).isTrue();
        assertThat(window.arrived(1)).isFalse();
        assertThat(window.delivered(99)).isTrue();
    }

    @Test
    void lets_one_message_pass_however_small_the_limit() {
        Window window = new Window(LIMITS.with("undelivered", "0"));
        assertThat(window.arrived(1)).isFalse();
        assertThat(window.delivered(1)).isTrue();
        assertThat(new HostBuffers(LIMITS.with("host-buffers", "0")).hasRoom()).isTrue();
    }

    @Test
    void waits_while_the_buffers_of_the_host_are_full_and_goes_on_once_each() {
        HostBuffers buffers = new HostBuffers(LIMITS);
        AtomicInteger demands = new AtomicInteger();
        buffers.add(50);
        assertThat(buffers.hasRoom()).isFalse();
        buffers.whenRoom(demands::incrementAndGet);
        buffers.whenRoom(demands::incrementAndGet);
        assertThat(demands).hasValue(0);
        buffers.release(1);
        assertThat(demands).hasValue(2);
        buffers.release(49);
        assertThat(demands).hasValue(2);
        buffers.whenRoom(demands::incrementAndGet);
        assertThat(demands).as("at once where there is room").hasValue(3);
    }
}
