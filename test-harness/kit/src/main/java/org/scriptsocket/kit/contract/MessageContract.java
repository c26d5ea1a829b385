package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Message;

/** Messages both ways, and the frames that carry them. */
interface MessageContract {

    ContractBench bench();

    @Test
    default void carriesTextAndBinaryBothWays() {
        Client client = bench().opened("/", Behaviour.echo());
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        client.send(Message.text("grüße \uD83D\uDE00"), Message.binary(all));
        Message text = client.told().takeMessage();
        assertThat(text.type()).isEqualTo(Message.Type.TEXT);
        assertThat(text.string()).isEqualTo("grüße \uD83D\uDE00");
        Message binary = client.told().takeMessage();
        assertThat(binary.type()).isEqualTo(Message.Type.BINARY);
        assertThat(binary.bytes()).isEqualTo(all);
    }

    @Test
    default void carriesEmptyMessages() {
        Client client = bench().opened("/", Behaviour.echo());
        client.send(Message.text(""), Message.binary());
        Message text = client.told().takeMessage();
        assertThat(text.type()).isEqualTo(Message.Type.TEXT);
        assertThat(text.length()).isZero();
        Message binary = client.told().takeMessage();
        assertThat(binary.type()).isEqualTo(Message.Type.BINARY);
        assertThat(binary.length()).isZero();
    }

    @Test
    default void carriesEveryLengthAroundTheBoundariesOfTheFrameHead() {
        Client client = bench().opened("/", Behaviour.echo());
        for (int length : new int[] {1, 124, 125, 126, 127, 128, 65_534, 65_535, 65_536, 65_537}) {
            client.send(Message.binary(random(length)));
            assertThat(client.told().takeMessage().bytes()).isEqualTo(random(length));
        }
    }

    @Test
    default void carriesAMebibyte() {
        Client client = bench().opened("/", Behaviour.echo());
        client.send(Message.binary(random(1 << 20)));
        assertThat(client.told().takeMessage().bytes()).isEqualTo(random(1 << 20));
    }

    @Test
    default void sendsEachMessageAsOneMaskedFrame() {
        Client client = bench().opened("/", Behaviour.accept());
        client.send(Message.text("a"), Message.binary(new byte[100_000]), Message.text(""));
        RecordedConnection peer = bench().peer();
        for (int length : new int[] {1, 100_000, 0}) {
            Frame frame = peer.takeFrame();
            assertThat(frame.fin()).isTrue();
            assertThat(frame.masked()).isTrue();
            assertThat(frame.rsv()).isZero();
            assertThat(frame.payload()).hasSize(length);
        }
    }

    @Test
    default void sendsALongTextAsOneFrame() {
        Client client = bench().opened("/", Behaviour.accept());
        client.send("x".repeat(100_000));
        Frame first = bench().peer().takeFrame();
        assertThat(first.opcode()).isEqualTo(Frame.TEXT);
        if (bench().isWithout(Capability.WHOLE_TEXTS)) {
            assertThat(first.fin()).isFalse();
            return;
        }
        assertThat(first.fin()).isTrue();
        assertThat(first.payload()).hasSize(100_000);
    }

    @Test
    default void keepsTheOrderWhateverTypeAndSize() {
        Client client = bench().opened("/", Behaviour.echo());
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            byte[] payload = (i + ":" + "x".repeat(i % 7 == 0 ? 3_000 : i % 5)).getBytes(StandardCharsets.US_ASCII);
            sent.add(payload);
            client.connection()
                    .send(
                            i % 2 == 0
                                    ? Message.binary(payload)
                                    : Message.text(new String(payload, StandardCharsets.US_ASCII)));
        }
        client.connection().flush();
        for (byte[] payload : sent) {
            assertThat(client.told().takeMessage().bytes()).isEqualTo(payload);
        }
    }

    @Test
    default void leavesTheBytesOfASentMessageAsTheyAre() {
        Client client = bench().opened("/", Behaviour.echo());
        byte[] payload = random(1_000);
        Message message = new Message(Message.Type.BINARY, ByteBuffer.wrap(payload, 10, 500));
        client.send(message);
        assertThat(client.told().takeMessage().bytes())
                .isEqualTo(message.bytes())
                .hasSize(500);
        assertThat(payload).isEqualTo(random(1_000));
        assertThat(message.payload().position()).isEqualTo(10);
    }

    @Test
    default void joinsFragmentsAndAnswersThePingBetweenThem() {
        Behaviour split = Behaviour.accept()
                .send(Frame.text("one ").notFinal())
                .send(Frame.ping("beat"))
                .send(Frame.continuation("two ").notFinal())
                .send(Frame.pong("unasked"))
                .send(Frame.continuation("three"));
        Client client = bench().opened("/split", split);
        assertThat(client.told().takeText()).isEqualTo("one two three");
        Frame answer = bench().peer().takeFrame();
        assertThat(answer.opcode()).isEqualTo(Frame.PONG);
        assertThat(answer.string()).isEqualTo("beat");
        client.told().assertExhausted();
    }

    @Test
    default void takesUtf8ThatIsCutWithinACharacter() {
        Client client = bench().opened(
                        "/cut",
                        Behaviour.accept().send(Frame.text("\uD83D\uDE00é").split(6)));
        assertThat(client.told().takeText()).isEqualTo("\uD83D\uDE00é");
    }

    @Test
    default void countsWhatIsNotWrittenYet() {
        Client client = bench().opened("/", Behaviour.echo());
        assertThat(client.connection().unsent()).isZero();
        client.send("hello");
        client.told().takeMessage();
        assertThat(Eventually.holds(() -> client.connection().unsent() == 0)).isTrue();
    }

    @Test
    default void neverBlocksOnAPeerThatDoesNotRead() {
        Gate gate = new Gate();
        Client client = bench().opened("/stuck", Behaviour.accept().await(gate));
        client.send(Message.binary(new byte[32 << 20]));
        assertThat(client.connection().unsent()).isPositive();
        client.connection().abort();
        client.awaitGone();
        gate.open();
    }

    @Test
    default void showsEachFrameToTheObserver() {
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        ConnectRequest observed = bench().observed(
                        "/",
                        (direction, opcode, fin, length, payload) ->
                                shown.add(direction + " " + opcode + " " + length));
        Client client = bench().open(observed, 10);
        if (bench().isWithout(Capability.FRAMES)) {
            bench().assertRefused(client, Capability.FRAMES);
            return;
        }
        client.told().takeOpen();
        client.send("hello");
        client.told().takeMessage();
        assertThat(Eventually.holds(() -> shown.contains("OUT 1 5") && shown.contains("IN 1 5")))
                .as("%s", shown)
                .isTrue();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
