package org.scriptsocket.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.ConnectRequest;

/** What a closed transport leaves behind. */
final class TransportEndTest {

    @Test
    void nothing_starts_before_the_first_connect() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (JdkTransport transport = new JdkTransport()) {
            assertThat(transport.name()).isEqualTo("jdk");
            assertThat(before).containsAll(selectors());
        }
    }

    @Test
    void the_selector_of_the_jdk_ends_when_the_garbage_collector_has_found_its_client() {
        Set<Thread> before = selectors();
        connectAndClose();
        assertThat(Eventually.holds(() -> {
                    System.gc();
                    return before.containsAll(selectors());
                }))
                .isTrue();
    }

    private static void connectAndClose() {
        try (MisbehavingServer server = MisbehavingServer.start();
                JdkTransport transport = new JdkTransport()) {
            ListenerRecorder told = new ListenerRecorder();
            transport.open(ConnectRequest.to("127.0.0.1", server.port()).build(), told);
            told.takeOpen();
        }
    }

    private static Set<Thread> selectors() {
        Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
        all.removeIf(thread -> !thread.getName().matches("HttpClient-\\d+-SelectorManager") || !thread.isAlive());
        return all;
    }
}
