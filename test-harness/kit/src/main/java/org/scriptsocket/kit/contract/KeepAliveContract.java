package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Failure;

/** Pings that ask whether the peer lives: off by default. */
interface KeepAliveContract {

    ContractBench bench();

    @Test
    default void asksAgainAndAgainWhetherThePeerLives() {
        if (refusesPings()) {
            return;
        }
        Client client = open("/", Behaviour.accept(), 10, 20_000);
        RecordedConnection peer = bench().peer();
        for (int i = 0; i < 5; i++) {
            assertThat(peer.takeFrame().opcode()).isEqualTo(Frame.PING);
        }
        client.told().assertExhausted();
        client.connection().abort();
        client.awaitGone();
    }

    @Test
    default void givesUpAPeerThatIsDead() {
        if (refusesPings()) {
            return;
        }
        Client client = open("/dead", Behaviour.accept().ignore(), 10, 30);
        Failure failure = client.told().takeFailure();
        assertThat(failure).isEqualTo(new Failure.Lost("no pong came within 30 ms"));
        client.awaitGone();
    }

    @Test
    default void waitsWhileReadingIsHeldUp() {
        if (refusesPings()) {
            return;
        }
        bench().peers()
                .on("/held", Behaviour.accept().send("first").send("second").receive(1));
        Limits limits = limits(10, 30);
        Client client = bench().open(bench().request("/held", 20_000, limits), 1);
        client.told().takeOpen();
        client.told().takeText();
        bench().peer();
        for (int i = 0; i < 3; i++) {
            Client other = open("/other" + i, Behaviour.accept().ignore(), 10, 30);
            other.told().takeFailure();
            bench().peer();
        }
        client.told().assertExhausted();
        client.connection().request(2);
        assertThat(client.told().takeText()).isEqualTo("second");
        client.connection().abort();
        client.awaitGone();
    }

    /** Whether the transport has no pings; then asking for them gave the error. */
    private boolean refusesPings() {
        boolean without = bench().isWithout(Capability.KEEP_ALIVE);
        if (without) {
            bench().assertRefused(bench().open(bench().request("/", 20_000, limits(10, 30)), 1), Capability.KEEP_ALIVE);
        }
        return without;
    }

    private Client open(String target, Behaviour behaviour, long interval, long patience) {
        bench().peers().on(target, behaviour);
        Client client = bench().open(bench().request(target, 20_000, limits(interval, patience)), 1);
        client.told().takeOpen();
        return client;
    }

    private static Limits limits(long interval, long patience) {
        return Limits.standard().with(Limit.PING_INTERVAL, interval).with(Limit.PONG_TIMEOUT, patience);
    }
}
