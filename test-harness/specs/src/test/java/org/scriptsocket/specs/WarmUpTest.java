package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.SettingValues;

class WarmUpTest {

    @Test
    void connectsOnceAndLeavesNothing() {
        try (MemoryTransport transport = MemoryTransport.recording()) {
            WarmUp.connect(transport, transport, false);
            RecordedConnection seen = transport.takeConnection();
            seen.takeRequest();
            assertThat(seen.takeFrame().status().code()).isEqualTo(1000);
            assertThat(transport.openConnections()).isZero();
            assertThat(transport.takeConnections()).isEmpty();
        }
    }

    @Test
    void doesNotMindAFailure() {
        try (MemoryTransport transport = MemoryTransport.recording()) {
            transport.otherwise(Behaviour.refuse());
            WarmUp.connect(transport, transport, false);
            assertThat(transport.openConnections()).isZero();
        }
    }

    @Test
    void isMadeBeforeTheFirstServerOfARun() {
        try (Sockets sockets = new Sockets(new Settings(false, null, 10_000, null, SettingValues.of(Map.of())))) {
            SpecNet net = new SpecNet(new SpecClock(), sockets, false);
            net.listen(false).close();
            net.close();
            assertThat(sockets.isWarm()).isTrue();
        }
    }
}
