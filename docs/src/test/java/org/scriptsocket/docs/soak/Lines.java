package org.scriptsocket.docs.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.scriptsocket.docs.faults.ConnectionPlan;
import org.scriptsocket.docs.faults.Coverage;
import org.scriptsocket.docs.faults.Fault;
import org.scriptsocket.docs.faults.HandshakeFault;
import org.scriptsocket.docs.faults.Kind;
import org.scriptsocket.docs.faults.Said;
import org.scriptsocket.docs.faults.StreamFault;

/** Makes the connections of a round, always the same of the same numbers: three of five have no fault. */
final class Lines {

    private static final Fault NONE = new StreamFault(StreamFault.Place.AFTER_ALL, Kind.NONE);
    private static final int MOST_MESSAGES = 48;

    /** Those that a server can play whatever the url and the policy. */
    private static final List<Fault> FAULTS = Coverage.faults(true).stream()
            .filter(fault -> fault != HandshakeFault.BAD_URL
                    && fault != HandshakeFault.REFUSED_BY_POLICY
                    && fault != HandshakeFault.NO_ONE_LISTENS)
            .toList();

    private final Random random;
    private int lastId;

    Lines(long seed, int host, int round) {
        random = new Random(seed * 31 + host * 0x9E3779B97F4A7C15L + round * 0xD1B54A32D192ED03L);
        random.nextLong();
    }

    Random random() {
        return random;
    }

    List<Line> next(int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(random.nextInt(5) < 3 ? line(NONE, random.nextBoolean()) : line(any(), false));
        }
        return lines;
    }

    private Fault any() {
        return FAULTS.get(random.nextInt(FAULTS.size()));
    }

    private Line line(Fault fault, boolean peerCloses) {
        int id = ++lastId;
        List<Said> says = new ArrayList<>();
        for (int i = 1 + random.nextInt(MOST_MESSAGES); i > 0; i--) {
            says.add(said(id, says.size()));
        }
        int at = random.nextInt(says.size());
        if (fault instanceof StreamFault stream && stream.place() == StreamFault.Place.IN_A_MESSAGE) {
            Said cut = says.get(at);
            says.set(at, new Said(cut.text(), false, 3, cut.pauseMillis()));
        }
        List<Integer> sizes = random.ints(random.nextInt(MOST_MESSAGES), 0, Integer.MAX_VALUE)
                .map(any -> size())
                .boxed()
                .toList();
        return new Line(new ConnectionPlan(id, fault, says, at, List.of()), sizes, peerCloses);
    }

    private Said said(int id, int number) {
        String text = number + " of " + id + " \u00FC\u20AC"
                + Character.toString('a' + random.nextInt(26)).repeat(size());
        int fragments = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
        return new Said(text, random.nextBoolean(), fragments, random.nextInt(8) == 0 ? random.nextInt(5) : 0);
    }

    private int size() {
        return switch (random.nextInt(100)) {
            case 0 -> 70_000;
            case 1, 2, 3 -> 8_000;
            default -> random.nextInt(200);
        };
    }
}
