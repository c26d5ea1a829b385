package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReroutesTest {

    @Test
    void mapsTheHostWhateverItsCaseAndThePort() {
        Reroutes reroutes = Reroutes.parse(List.of("Example.org:80=localhost:8080", "[::1]:1=[::2]:3"));

        assertThat(reroutes.apply(address("example.ORG", 80))).isEqualTo(address("localhost", 8080));
        assertThat(reroutes.apply(address("::1", 1))).isEqualTo(address("::2", 3));
    }

    @Test
    void leavesAllOthersAlone() {
        InetSocketAddress other = address("example.org", 81);

        assertThat(Reroutes.parse(List.of("example.org:80=localhost:8080")).apply(other))
                .isSameAs(other);
    }

    private static InetSocketAddress address(String host, int port) {
        return InetSocketAddress.createUnresolved(host, port);
    }
}
