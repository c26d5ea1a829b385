package org.scriptsocket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

final class FoundTransportsTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void the_one_that_can_do_most_is_used_and_the_log_says_so() {
        Transport weak = new Named("a", EnumSet.of(Capability.FRAMES));
        Transport strong = new Named("b", EnumSet.allOf(Capability.class));
        assertThat(choose(weak, strong)).isSameAs(strong);
        assertThat(choose(strong, weak)).isSameAs(strong);
        assertThat(log)
                .hasSize(2)
                .containsOnly(
                        "Using the transport 'b'; found were 'b', 'a': the one that can do most, or the first by name,"
                                + " is used where none is chosen");
    }

    @Test
    void of_equals_the_first_by_name_is_used() {
        Transport a = new Named("a", Set.of());
        Transport b = new Named("b", Set.of());
        assertThat(choose(b, a)).isSameAs(a);
        assertThat(choose(a, b)).isSameAs(a);
    }

    @Test
    void the_only_one_is_used_without_a_word() {
        Transport only = new Named("a", Set.of());
        assertThat(choose(only)).isSameAs(only);
        assertThat(log).isEmpty();
    }

    private Transport choose(Transport... found) {
        return FoundTransports.among(Stream.of(found)).choose(null, log::add);
    }

    private record Named(String name, Set<Capability> capabilities) implements Transport {

        @Override
        public TransportConnection open(ConnectRequest request, TransportListener listener) {
            throw new UnsupportedOperationException("it is only chosen");
        }

        @Override
        public void close() {}
    }
}
