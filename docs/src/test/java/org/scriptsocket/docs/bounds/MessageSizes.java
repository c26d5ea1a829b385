package org.scriptsocket.docs.bounds;

import java.util.Arrays;
import java.util.List;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.policy.Limit;

/** Messages both ways, and control frames. */
final class MessageSizes {

    private static final String OPEN = "CONNECTED ''";

    private MessageSizes() {}

    static List<Size> all() {
        return List.of(
                received("a text", Frame.TEXT),
                received("a binary", Frame.BINARY),
                inFragments(),
                sent(),
                closeReason(),
                ping());
    }

    /** What is over the limit is not even sent: its head is enough. */
    private static Size received(String what, int opcode) {
        return Size.of(
                Limit.MESSAGE_IN,
                what,
                (bench, size) -> bench.talk(Behaviour.accept()
                        .send(
                                size > bench.limits.messageIn()
                                        ? Frame.of(opcode).announcing(size)
                                        : Frame.of(opcode, letters(size)))),
                size -> List.of(OPEN, "MESSAGE " + size + " octets"),
                MessageSizes::tooBig);
    }

    private static Size inFragments() {
        return Size.of(
                Limit.MESSAGE_IN,
                "a message in three fragments",
                (bench, size) -> bench.talk(Behaviour.accept()
                        .send(Frame.of(Frame.TEXT, letters(size)).split(3))),
                size -> List.of(OPEN, "MESSAGE " + size + " octets"),
                MessageSizes::tooBig);
    }

    private static List<String> tooBig(long size) {
        String why = "Message of at least " + size + " bytes is over the limit of " + (size - 1);
        return List.of(
                OPEN,
                "ERROR '" + why + "'",
                "DISCONNECTED '' 1009 'message over the limit of " + (size - 1) + " bytes'");
    }

    private static Size sent() {
        return Size.of(
                Limit.MESSAGE_OUT,
                "a message that is sent",
                (bench, size) -> {
                    bench.play.call("join", bench.server.url());
                    bench.lines(1);
                    bench.play.call("try", 1, size);
                },
                size -> List.of("sent " + size + " octets"),
                size -> List.of("Message of " + size + " bytes is over the limit of " + (size - 1) + " (message-out)"));
    }

    private static Size closeReason() {
        return Size.fixed(
                123,
                "the reason of a Close",
                (bench, size) -> bench.talk(Behaviour.accept().close(4001, "r".repeat((int) size))),
                size -> List.of(
                        OPEN,
                        "DISCONNECTED 'Server closing (4001). Reason: '" + "r".repeat(123) + "'' 4001 '"
                                + "r".repeat(123) + "'"),
                size -> longControlFrame());
    }

    private static Size ping() {
        return Size.fixed(
                125,
                "a ping",
                (bench, size) -> bench.talk(Behaviour.accept()
                        .send(Frame.ping("p".repeat((int) size)))
                        .send("end")),
                size -> List.of(OPEN, "MESSAGE 'end'"),
                size -> longControlFrame());
    }

    private static List<String> longControlFrame() {
        String why = "Control frame over 125 bytes";
        return List.of(OPEN, "ERROR '" + why + "'", "DISCONNECTED '' 1002 '" + why + "'");
    }

    private static byte[] letters(long size) {
        byte[] all = new byte[(int) size];
        Arrays.fill(all, (byte) 'a');
        return all;
    }
}
