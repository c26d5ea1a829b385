package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Message;

/** The closing handshake, begun on either side, and abort. */
interface ClosingContract {

    ContractBench bench();

    @Test
    default void tellsCodeAndReasonOfThePeersCloseAndAnswersIt() {
        Client client = bench().opened("/bye", Behaviour.accept().close(4001, "bye"));
        assertThat(client.told().takeClosed()).isEqualTo(new CloseStatus(4001, "bye"));
        RecordedConnection peer = bench().peer();
        assertThat(peer.takeFrame().status().code()).isEqualTo(4001);
        client.awaitGone();
        peer.takeEnd();
        peer.assertExhausted();
        client.told().assertExhausted();
    }

    @Test
    default void tellsAnEmptyCloseAndAnswersItByAnEmptyOne() {
        Client client = bench().opened("/empty", Behaviour.accept().close());
        assertThat(client.told().takeClosed()).isEqualTo(new CloseStatus(CloseStatus.NONE));
        Frame answer = bench().peer().takeFrame();
        if (bench().isWithout(Capability.CLOSE_STATUSES)) {
            assertThat(answer.status().code()).isEqualTo(CloseStatus.NORMAL);
        } else {
            assertThat(answer.payload()).isEmpty();
        }
        client.awaitGone();
    }

    @Test
    default void takesEveryCodeThatMayBeSent() {
        for (int code :
                new int[] {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1014, 3000, 3999, 4000, 4999}) {
            if (code == 1010 && bench().isWithout(Capability.CLOSE_STATUSES)) {
                continue; // Only clients may send it.
            }
            Client client = bench().opened("/code", Behaviour.accept().close(code, ""));
            assertThat(client.told().takeClosed().code()).isEqualTo(code);
            assertThat(bench().peer().takeFrame().status().code()).isEqualTo(code);
            client.awaitGone();
        }
    }

    @Test
    default void deliversWhatCameBeforeTheClose() {
        Client client =
                bench().opened("/last", Behaviour.accept().send("a").send("b").close(1000, ""));
        assertThat(client.told().takeText()).isEqualTo("a");
        assertThat(client.told().takeText()).isEqualTo("b");
        assertThat(client.told().takeClosed().code()).isEqualTo(1000);
    }

    @Test
    default void dropsWhatComesAfterTheClose() {
        Behaviour rude =
                Behaviour.accept().send(Frame.close(1000, "")).send("too late").close(1000, "");
        Client client = bench().opened("/rude", rude);
        client.told().takeClosed();
        client.awaitGone();
        client.told().assertExhausted();
    }

    @Test
    default void closesWithCodeAndReasonAfterAllThatWasQueued() {
        Client client = bench().opened("/", Behaviour.accept());
        client.connection().send(Message.text("one"));
        client.connection().send(Message.binary(new byte[1 << 20]));
        client.connection().close(new CloseStatus(1001, "leaving"));
        client.awaitGone();
        RecordedConnection peer = bench().peer();
        assertThat(peer.takeFrame().string()).isEqualTo("one");
        assertThat(peer.takeFrame().payload()).hasSize(1 << 20);
        assertThat(peer.takeFrame().status()).isEqualTo(new CloseStatus(1001, "leaving"));
        peer.takeEnd();
        peer.assertExhausted();
    }

    @Test
    default void sendsNothingAfterItsClose() {
        Client client = bench().opened("/", Behaviour.accept());
        client.connection().close(new CloseStatus(1000));
        client.send("too late");
        client.connection().close(new CloseStatus(1001));
        client.awaitGone();
        RecordedConnection peer = bench().peer();
        assertThat(peer.takeFrame().status().code()).isEqualTo(1000);
        peer.takeEnd();
        peer.assertExhausted();
    }

    @Test
    default void readsAndDropsWhateverStandsBeforeTheAnswerToItsClose() {
        Behaviour busy = Behaviour.accept();
        for (int i = 0; i < 200; i++) {
            busy = busy.send(Frame.binary(new byte[64 << 10]));
        }
        bench().peers().on("/busy", busy);
        Client client = bench().open(bench().request("/busy"), 0);
        client.told().takeOpen();
        client.connection().close(new CloseStatus(1000));
        client.awaitGone();
        RecordedConnection peer = bench().peer();
        assertThat(peer.takeFrame().status().code()).isEqualTo(1000);
        client.told().assertExhausted();
    }

    @Test
    default void endsAfterTheCloseTimeoutWhenThePeerDoesNotAnswer() {
        bench().peers().on("/deaf", Behaviour.accept().ignore());
        Limits limits = Limits.standard().with(Limit.CLOSE_TIMEOUT, 200);
        Client client = bench().open(bench().request("/deaf", ContractBench.GENEROUS, limits), 1);
        client.told().takeOpen();
        client.connection().close(new CloseStatus(1000));
        client.awaitGone();
        RecordedConnection peer = bench().peer();
        assertThat(peer.takeFrame().status().code()).isEqualTo(1000);
        peer.takeEnd();
    }

    @Test
    default void endsAfterTheWriteTimeoutWhenAClosingPeerDoesNotRead() {
        Gate gate = new Gate();
        bench().peers().on("/stuck", Behaviour.accept().await(gate));
        Limits limits = Limits.standard().with(Limit.WRITE_TIMEOUT, 300);
        Client client = bench().open(bench().request("/stuck", ContractBench.GENEROUS, limits), 1);
        client.told().takeOpen();
        client.connection().send(Message.binary(new byte[32 << 20]));
        client.connection().close(new CloseStatus(1000));
        client.awaitGone();
        gate.open();
    }

    @Test
    default void abortsWithoutACloseFrame() {
        Client client = bench().opened("/", Behaviour.echo());
        client.send("x");
        client.told().takeMessage();
        client.connection().abort();
        client.awaitGone();
        RecordedConnection peer = bench().peer();
        peer.takeFrame();
        peer.takeEnd();
        peer.assertExhausted();
    }

    @Test
    default void hasNoEffectAfterTheEnd() {
        Client client = bench().opened("/bye", Behaviour.accept().close(1000, ""));
        client.told().takeClosed();
        client.awaitGone();
        client.send("too late");
        client.connection().request(1);
        client.connection().close(new CloseStatus(1000));
        client.connection().abort();
        client.connection().abort();
        client.awaitGone();
        client.told().assertExhausted();
    }
}
