package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scriptsocket.kit.contract.ContractBench.GENEROUS;

import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Failure;

/** Peers that break a rule of RFC 6455, or the limit of a message. */
interface ViolationContract {

    /** What a transport may send that is not let send 1009. */
    int POLICY_VIOLATION = 1008;

    ContractBench bench();

    @Test
    default void refusesFramesThatBreakAProtocolRuleWith1002() {
        assertViolation(1002, Frame.text("x").asMasked());
        assertViolation(1002, Frame.text("x").rsv(4));
        assertViolation(1002, Frame.text("x").rsv(1));
        assertViolation(1002, Frame.of(3));
        assertViolation(1002, Frame.of(15));
        assertViolation(1002, Frame.continuation("x"));
        assertViolation(1002, Frame.ping("x").notFinal());
        assertViolation(1002, Frame.of(Frame.PING, new byte[126]));
        assertViolation(1002, Frame.text("x").length(LengthForm.BITS_16));
        assertViolation(1002, Frame.text("x").length(LengthForm.BITS_64));
    }

    @Test
    default void refusesANewMessageInsideAFragmentedOneWith1002() {
        Client client = bench().opened(
                        "/bad",
                        Behaviour.accept().send(Frame.text("a").notFinal()).send("b"));
        assertViolation(client, 1002);
    }

    @Test
    default void refusesCloseFramesThatMayNotBeSent() {
        assertViolation(1002, Frame.of(Frame.CLOSE, (byte) 3));
        for (int code : new int[] {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535}) {
            assertViolation(1002, Frame.of(Frame.CLOSE, (byte) (code >> 8), (byte) code));
        }
        assertViolation(1007, Frame.of(Frame.CLOSE, (byte) 3, (byte) 0xE8, (byte) 0xFF));
    }

    @Test
    default void refusesTextThatIsNoUtf8With1007() {
        assertViolation(1007, Frame.of(Frame.TEXT, (byte) 0xC3));
        assertViolation(1007, Frame.of(Frame.TEXT, (byte) 'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80));
        assertViolation(1007, Frame.of(Frame.TEXT, (byte) 0xFF).notFinal());
    }

    @Test
    default void deliversGoodMessagesBeforeABadFrame() {
        Client client = bench().opened("/bad", Behaviour.accept().send("good").send(Frame.of(3)));
        assertThat(client.told().takeText()).isEqualTo("good");
        assertViolation(client, 1002);
    }

    @Test
    default void takesAMessageOfExactlyTheLimit() {
        Client client = limited(Behaviour.accept().send(Frame.binary(new byte[1_000])));
        assertThat(client.told().takeMessage().length()).isEqualTo(1_000);
    }

    @Test
    default void refusesAMessageOverTheLimitWith1009() {
        assertTooBig(limited(Behaviour.accept().send(Frame.binary(new byte[1_001]))), 1_001);
    }

    @Test
    default void refusesFragmentsThatTogetherAreOverTheLimit() {
        assertTooBig(
                limited(Behaviour.accept().send(Frame.binary(new byte[1_500]).split(3))), 1_001);
    }

    @Test
    default void refusesAMessageThatOnlyAnnouncesToBeHuge() {
        Client client = limited(Behaviour.accept().send(Frame.binary().announcing(1L << 40)));
        if (bench().isWithout(Capability.ANNOUNCED_LENGTHS)) {
            client.told().assertExhausted();
            return;
        }
        assertTooBig(client, 1_001);
    }

    private Client limited(Behaviour behaviour) {
        bench().peers().on("/big", behaviour);
        Limits limits = Limits.standard().with(Limit.MESSAGE_IN, 1_000);
        Client client = bench().open(bench().request("/big", GENEROUS, limits), 10);
        client.told().takeOpen();
        return client;
    }

    private void assertTooBig(Client client, long atLeast) {
        Failure.TooBig failure = client.told().takeFailure(Failure.TooBig.class);
        assertThat(failure.limit()).isEqualTo(1_000);
        assertThat(failure.atLeast()).isGreaterThanOrEqualTo(atLeast);
        int code = bench().isWithout(Capability.CLOSE_STATUSES) ? POLICY_VIOLATION : CloseStatus.TOO_BIG;
        assertThat(bench().peer().takeFrame().status().code()).isEqualTo(code);
        client.awaitGone();
        client.told().assertExhausted();
    }

    private void assertViolation(int code, Frame frame) {
        assertViolation(bench().opened("/bad", Behaviour.accept().send(frame)), code);
    }

    private void assertViolation(Client client, int code) {
        Failure.Violation failure = client.told().takeFailure(Failure.Violation.class);
        assertThat(failure.sent().code()).isEqualTo(code);
        assertThat(failure.message()).isNotEmpty().doesNotContain("Exception");
        RecordedConnection peer = bench().peer();
        if (!bench().isWithout(Capability.CLOSE_STATUSES)) {
            assertThat(peer.takeFrame().status().code()).isEqualTo(code);
        }
        peer.takeEnd();
        client.awaitGone();
        client.told().assertExhausted();
    }
}
