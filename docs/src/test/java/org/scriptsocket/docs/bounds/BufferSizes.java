package org.scriptsocket.docs.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/** What waits: for an update, or to be written. */
final class BufferSizes {

    private static final int KIB = 1 << 10;

    private BufferSizes() {}

    static List<Size> all() {
        return List.of(
                waiting(Limit.UNDELIVERED_MESSAGES, "messages that wait for an update", n -> n, 0),
                waiting(
                        Limit.UNDELIVERED,
                        "bytes that wait for an update",
                        n -> (n + 8 * KIB - 1) / (8 * KIB),
                        8 * KIB),
                unsent(),
                ofAllConnections());
    }

    /**
     * Nothing is refused: what is over the bound waits at the server, and comes when there is room.
     *
     * @param messages that are sent for a size
     */
    private static Size waiting(Limit limit, String what, ToLongFunction<Long> messages, int length) {
        return Size.of(
                limit,
                what,
                (bench, size) -> {
                    int count = (int) messages.applyAsLong(size);
                    int most = (int) messages.applyAsLong(bench.limits.get(limit));
                    bench.talk(Behaviour.accept()
                            .send(Collections.nCopies(count, Frame.binary(new byte[length])))
                            .send(Frame.ping("here?")));
                    bench.server.takeConnection();
                    assertThat(Eventually.holds(() -> bench.undelivered() == most))
                            .isTrue();
                },
                size -> came(messages.applyAsLong(size), length),
                size -> came(messages.applyAsLong(size), length));
    }

    private static List<String> came(long count, int length) {
        List<String> all = new ArrayList<>(List.of("CONNECTED ''"));
        all.addAll(Collections.nCopies((int) count, length == 0 ? "MESSAGE ''" : "MESSAGE " + length + " octets"));
        return all;
    }

    private static Size unsent() {
        return Size.of(
                Limit.UNSENT,
                "what a peer does not read",
                (bench, size) -> fillUp(bench, 1, size, Bench::unsent),
                size -> List.of("full at " + size),
                size -> List.of(
                        "Send buffer is full: UNSENT bytes are unsent, the limit is " + (size - 1) + " (unsent)"));
    }

    private static Size ofAllConnections() {
        return Size.of(
                Limit.HOST_BUFFERS,
                "what all peers do not read",
                (bench, size) -> fillUp(bench, connections(bench.limits), size, Bench::held),
                size -> List.of("full at " + size),
                size -> List.of("The buffers of the host are full: their limit is " + (size - 1) + " (host-buffers)"));
    }

    private static int connections(Limits limits) {
        return (int) (limits.hostBuffers() / limits.unsent()) + 2;
    }

    /** Sends on until so much waits, or is to. */
    private static void fillUp(Bench bench, int connections, long size, ToLongFunction<Bench> waiting)
            throws Exception {
        bench.fill(connections);
        long before = waiting.applyAsLong(bench);
        bench.play.call("try", connections, size - before, before);
    }
}
