package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scriptsocket.kit.contract.ContractBench.GENEROUS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.Message;

/** Connections that end without a Close frame. */
interface LossContract {

    ContractBench bench();

    @Test
    default void tellsAFinWithoutACloseAfterAllThatCameBeforeIt() {
        Client client =
                bench().opened("/fin", Behaviour.accept().send("a").send("b").fin());
        assertThat(client.told().takeText()).isEqualTo("a");
        if (bench().isWithout(Capability.DATA_BEFORE_FIN)) {
            assertThat(client.told().takeUntilFailure(Failure.Lost.class)).hasSizeLessThanOrEqualTo(1);
            return;
        }
        assertThat(client.told().takeText()).isEqualTo("b");
        assertLost(client);
    }

    @Test
    default void tellsAReset() {
        Client client = bench().opened("/rst", Behaviour.accept().receive(1).reset());
        client.send("x");
        assertLost(client);
    }

    @Test
    default void tellsAnEndInTheMiddleOfAMessage() {
        Client client = bench().opened(
                        "/cut",
                        Behaviour.accept().send(Frame.text("half").notFinal()).fin());
        assertLost(client);
    }

    @Test
    default void givesUpAPeerThatTakesNothingForTheWriteTimeout() {
        Gate gate = new Gate();
        bench().peers().on("/stuck", Behaviour.accept().await(gate));
        Limits limits = Limits.standard().with(Limit.WRITE_TIMEOUT, 300);
        Client client = bench().open(bench().request("/stuck", GENEROUS, limits), 1);
        client.told().takeOpen();
        client.send(Message.binary(new byte[32 << 20]));
        assertLost(client);
        gate.open();
    }

    @Test
    default void keepsAnOpenConnectionLongerThanTheDeadlineOfItsConnect() {
        bench().peers()
                .on("/quiet", Behaviour.accept().pause(Duration.ofMillis(1_500)).send("still there"));
        Client client = bench().open(bench().request("/quiet", 1_000, Limits.standard()), 1);
        client.told().takeOpen();
        assertThat(client.told().takeText()).isEqualTo("still there");
    }

    private static void assertLost(Client client) {
        assertThat(client.told().takeFailure(Failure.Lost.class).message())
                .startsWith("Connection lost: ")
                .doesNotContain("Exception");
        client.awaitGone();
        client.told().assertExhausted();
    }
}
