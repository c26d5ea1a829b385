package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.ThreadLeaks;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.TransportConnection;

/** A transport that was dropped without close. */
final class ForgottenTransportTest {

    private final ListenerRecorder recorder = new ListenerRecorder();

    @Test
    void itLivesAsLongAsItsConnectionsAndLeavesNoThread() {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            ThreadLeaks threads = ThreadLeaks.watch();
            Opened opened = open(Requests.to(server.port()));
            recorder.takeOpen();
            assertThat(isCollected(opened.forgotten())).isFalse();
            opened.connection().abort();
            assertThat(Eventually.holds(() -> isCollected(opened.forgotten()))).isTrue();
            threads.assertNone();
        }
    }

    private record Opened(WeakReference<JettyTransport> forgotten, TransportConnection connection) {}

    private Opened open(ConnectRequest request) {
        JettyTransport transport = new JettyTransport();
        return new Opened(new WeakReference<>(transport), transport.open(request, recorder));
    }

    private static boolean isCollected(WeakReference<JettyTransport> transport) {
        System.gc();
        return transport.get() == null;
    }
}
