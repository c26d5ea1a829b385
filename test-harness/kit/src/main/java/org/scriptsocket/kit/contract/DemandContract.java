package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.transport.Failure;

/** Nothing is delivered that was not demanded. */
interface DemandContract {

    ContractBench bench();

    @Test
    default void deliversWhatIsDemandedAndNoMoreAndGoesOnWithMoreDemand() {
        bench().peers().on("/ten", numbers(10));
        Client client = bench().open(bench().request("/ten"), 3);
        client.told().takeOpen();
        expect(client, 0, 3);
        anotherConnectionGoesThereAndBack();
        client.told().assertExhausted();
        client.connection().request(1);
        expect(client, 3, 4);
        anotherConnectionGoesThereAndBack();
        client.told().assertExhausted();
        client.connection().request(4);
        client.connection().request(2);
        expect(client, 4, 10);
    }

    @Test
    default void deliversNothingWithoutDemand() {
        bench().peers().on("/one", numbers(1));
        Client client = bench().open(bench().request("/one"), 0);
        client.told().takeOpen();
        anotherConnectionGoesThereAndBack();
        client.told().assertExhausted();
        client.connection().request(1);
        expect(client, 0, 1);
    }

    @Test
    default void stopsReadingWithoutDemandAndLosesNothing() {
        int length = 64 << 10;
        Behaviour flood = Behaviour.accept();
        for (int i = 0; i < 500; i++) {
            flood = flood.send(Frame.binary(new byte[length]));
        }
        bench().peers().on("/flood", flood);
        Client client = bench().open(bench().request("/flood"), 1);
        client.told().takeOpen();
        client.told().takeMessage();
        anotherConnectionGoesThereAndBack();
        client.told().assertExhausted();
        client.connection().request(499);
        for (int i = 1; i < 500; i++) {
            assertThat(client.told().takeMessage().length()).isEqualTo(length);
        }
    }

    @Test
    default void askingForOneMoreEachTimeGetsAll() {
        bench().peers().on("/many", numbers(300));
        Client client = bench().open(bench().request("/many"), 1);
        client.told().takeOpen();
        for (int i = 0; i < 300; i++) {
            expect(client, i, i + 1);
            client.connection().request(1);
        }
    }

    @Test
    default void countsAMessageOnceHoweverManyFramesItHas() {
        Behaviour split = Behaviour.accept()
                .send(Frame.text("abcdef").split(6))
                .send(Frame.ping("p"))
                .send(Frame.text("ghijkl").split(6));
        bench().peers().on("/split", split);
        Client client = bench().open(bench().request("/split"), 2);
        client.told().takeOpen();
        assertThat(client.told().takeText()).isEqualTo("abcdef");
        assertThat(client.told().takeText()).isEqualTo("ghijkl");
    }

    @Test
    default void answersAPingWithoutDemand() {
        bench().peers().on("/ping", Behaviour.accept().send(Frame.ping("p")));
        Client client = bench().open(bench().request("/ping"), 0);
        client.told().takeOpen();
        Frame pong = bench().peer().takeFrame();
        assertThat(pong.opcode()).isEqualTo(Frame.PONG);
        assertThat(pong.string()).isEqualTo("p");
        client.told().assertExhausted();
    }

    @Test
    default void seesACloseWithoutDemand() {
        bench().peers().on("/close", Behaviour.accept().close(4001, "why"));
        Client client = bench().open(bench().request("/close"), 0);
        client.told().takeOpen();
        assertThat(client.told().takeClosed().code()).isEqualTo(4001);
    }

    @Test
    default void seesTheEndWithoutDemand() {
        bench().peers().on("/fin", Behaviour.accept().fin());
        bench().peers().on("/reset", Behaviour.accept().reset());
        for (String target : List.of("/fin", "/reset")) {
            Client client = bench().open(bench().request(target), 0);
            client.told().takeOpen();
            assertThat(client.told().takeFailure()).isInstanceOf(Failure.Lost.class);
            client.awaitGone();
        }
    }

    @Test
    default void seesWhatComesBehindAMessageWhenThatWasDemanded() {
        bench().peers().on("/last", Behaviour.accept().send("last").close(4001, "why"));
        Client client = bench().open(bench().request("/last"), 0);
        client.told().takeOpen();
        anotherConnectionGoesThereAndBack();
        client.told().assertExhausted();
        client.connection().request(1);
        assertThat(client.told().takeText()).isEqualTo("last");
        assertThat(client.told().takeClosed().code()).isEqualTo(4001);
    }

    private void anotherConnectionGoesThereAndBack() {
        Client other = bench().opened("/other", Behaviour.echo());
        for (int i = 0; i < 20; i++) {
            other.send("x");
            other.told().takeMessage();
        }
        other.connection().abort();
        other.awaitGone();
    }

    private static Behaviour numbers(int count) {
        Behaviour all = Behaviour.accept();
        for (int i = 0; i < count; i++) {
            all = all.send(String.valueOf(i));
        }
        return all;
    }

    private static void expect(Client client, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(client.told().takeText()).isEqualTo(String.valueOf(i));
        }
    }
}
