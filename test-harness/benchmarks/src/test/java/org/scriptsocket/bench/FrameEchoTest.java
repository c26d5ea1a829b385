package org.scriptsocket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameEchoTest {

    private static final byte[] MASK = {0x11, 0x22, (byte) 0xA3, 0x74};

    @ParameterizedTest
    @CsvSource({
        "0,1000000",
        "1,1",
        "7,3",
        "125,9",
        "126,5",
        "127,1000000",
        "65535,777",
        "65536,4096",
        "70001,1000000",
        "70001,13"
    })
    void aFrameComesBackUnmaskedWhateverThePiecesInWhichItCame(int length, int piece) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        ByteBuffer sent = masked(payload);
        ByteBuffer back = ByteBuffer.allocate(length + FrameEcho.LONGEST_HEAD);

        FrameEcho echo = new FrameEcho();
        while (sent.hasRemaining()) {
            ByteBuffer part = sent.slice(sent.position(), Math.min(piece, sent.remaining()));
            sent.position(sent.position() + part.remaining());
            echo.turn(part, back);
        }

        Lengths received = new Lengths();
        new ServerFrames().read(back.flip().duplicate(), received);
        assertThat(received.lengths).containsExactly(length);
        assertThat(back.slice(back.limit() - length, length)).isEqualTo(ByteBuffer.wrap(payload));
    }

    private static ByteBuffer masked(byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        ByteBuffer plain = Masked.message(payload);
        int head = plain.remaining() - payload.length - MASK.length;
        frame.put(plain.slice(0, head)).put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        return frame.flip();
    }

    private static final class Lengths implements Client.Talk {

        private final List<Integer> lengths = new ArrayList<>();

        @Override
        public void opened(Client.Link link) {
            throw new AssertionError();
        }

        @Override
        public void received(int length) {
            lengths.add(length);
        }

        @Override
        public void closed() {
            throw new AssertionError();
        }
    }
}
