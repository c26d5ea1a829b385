package org.scriptsocket.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.junit.StartStop;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;

/** A server that is told what to do to the next connections, and asked what came. */
class EnqueueTest {

    @StartStop
    private MisbehavingServer server;

    @Test
    void theNextConnectionsGetWhatIsQueuedInOrderAndThenWhatTheirTargetsGet() throws IOException {
        server.on("/chat", Behaviour.reject(418));
        server.enqueue(Behaviour.reject(500), Behaviour.accept());
        server.enqueue(Behaviour.reject(404));
        assertThat(status("/chat")).isEqualTo("HTTP/1.1 500");
        assertThat(status("/other")).isEqualTo("HTTP/1.1 101");
        assertThat(status("/chat")).isEqualTo("HTTP/1.1 404");
        assertThat(status("/chat")).isEqualTo("HTTP/1.1 418");
    }

    @Test
    void aRequestThatIsNoHandshakeTakesNothingFromTheQueue() throws IOException {
        server.enqueue(Behaviour.reject(404));
        try (RawClient client = new RawClient(server)) {
            client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 400");
        }
        assertThat(status("/")).isEqualTo("HTTP/1.1 404");
    }

    @Test
    void requestsAreTakenInTheirOrder() throws IOException {
        status("/a");
        status("/b?x=1");
        assertThat(server.takeRequest().target()).isEqualTo("/a");
        assertThat(server.takeRequest(Duration.ofSeconds(20)).target()).isEqualTo("/b?x=1");
    }

    @Test
    void aRequestThatDoesNotComeWithinTheLimitFailsTheTestWithAllThatHappened() throws IOException {
        status("/only");
        server.takeRequest();
        assertThatThrownBy(() -> server.takeRequest(Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected a connection, but nothing came within 20 ms")
                .hasMessageContaining("#1 < GET /only HTTP/1.1");
    }

    @Test
    void aConnectionWithoutARequestFailsTheTestToo() throws IOException {
        try (RawClient client = new RawClient(server)) {
            RecordedConnection connection = server.takeConnection();
            assertThatThrownBy(() -> connection.takeRequest(Duration.ofMillis(20)))
                    .hasMessageStartingWith("expected a request, but nothing came within 20 ms")
                    .hasMessageContaining("#1 begins");
            client.finish();
        }
    }

    private String status(String target) throws IOException {
        try (RawClient client = RawClient.open(server, target)) {
            return client.readHead().substring(0, 12);
        }
    }
}
