package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.FrameLine;
import org.scriptsocket.transport.FrameObserver;

/** What a {@link FrameObserver} sees. */
interface ObserverContract {

    ContractBench bench();

    @Test
    default void showsAnObserverEachFrameOfBothDirections() {
        Frames seen = new Frames();
        bench().peers()
                .on(
                        "/seen",
                        Behaviour.accept()
                                .send(Frame.text("he").notFinal())
                                .send(Frame.ping("p"))
                                .send(Frame.continuation("llo"))
                                .send(Frame.binary(new byte[300]))
                                .receive(1)
                                .close(4001, "bye"));
        Client client = bench().open(bench().observed("/seen", seen), Long.MAX_VALUE);
        if (bench().isWithout(Capability.FRAMES)) {
            bench().assertRefused(client, Capability.FRAMES);
            return;
        }
        client.told().takeOpen();
        client.told().takeMessage();
        client.told().takeMessage();
        client.send("hi");
        assertThat(client.told().takeClosed()).isEqualTo(new CloseStatus(4001, "bye"));
        client.awaitGone();
        assertThat(seen.of(FrameObserver.Direction.IN))
                .containsExactly(
                        "IN TEXT fin=0 length=2 \"he\"",
                        "IN PING fin=1 length=1 \"p\"",
                        "IN CONTINUATION fin=1 length=3 \"llo\"",
                        "IN BINARY fin=1 length=300 \"" + "\\x00".repeat(64) + "\"...",
                        "IN CLOSE fin=1 length=5 code=4001 \"bye\"");
        assertThat(seen.of(FrameObserver.Direction.OUT))
                .containsExactly(
                        "OUT PONG fin=1 length=1 \"p\"",
                        "OUT TEXT fin=1 length=2 \"hi\"",
                        "OUT CLOSE fin=1 length=5 code=4001 \"bye\"");
    }

    @Test
    default void showsAnObserverTheCloseThatWasAskedFor() {
        Frames seen = new Frames();
        bench().peers().on("/asked", Behaviour.echo());
        Client client = bench().open(bench().observed("/asked", seen), Long.MAX_VALUE);
        if (bench().isWithout(Capability.FRAMES)) {
            bench().assertRefused(client, Capability.FRAMES);
            return;
        }
        client.told().takeOpen();
        client.connection().close(new CloseStatus(CloseStatus.NORMAL));
        client.awaitGone();
        assertThat(seen.of(FrameObserver.Direction.OUT)).containsExactly("OUT CLOSE fin=1 length=2 code=1000");
        assertThat(seen.of(FrameObserver.Direction.IN)).containsExactly("IN CLOSE fin=1 length=2 code=1000");
    }

    /** What was seen, as lines. */
    final class Frames implements FrameObserver {

        private final Map<Direction, List<String>> lines = new EnumMap<>(Direction.class);

        Frames() {
            for (Direction direction : Direction.values()) {
                lines.put(direction, new CopyOnWriteArrayList<>());
            }
        }

        List<String> of(Direction direction) {
            return lines.getOrDefault(direction, List.of());
        }

        @Override
        public void onFrame(Direction direction, int opcode, boolean fin, long length, ByteBuffer payload) {
            of(direction).add(FrameLine.of(direction, opcode, fin, length, payload));
        }
    }
}
