package org.scriptsocket.docs.soak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.scriptsocket.docs.faults.ConnectionPlan;
import org.scriptsocket.docs.faults.Ending;
import org.scriptsocket.docs.faults.Fault;
import org.scriptsocket.docs.faults.HandshakeFault;
import org.scriptsocket.docs.faults.Kind;
import org.scriptsocket.docs.faults.Part;
import org.scriptsocket.docs.faults.Said;
import org.scriptsocket.docs.faults.StreamFault;
import org.scriptsocket.kit.peer.Behaviour;

/**
 * A connection of a soak: what its peer says, where it fails if it does, and what its script says.
 *
 * @param sizes of what the script sends
 * @param peerCloses whether the peer, which then does nothing wrong, ends it when it has all; else the script does
 */
record Line(ConnectionPlan plan, List<Integer> sizes, boolean peerCloses) {

    private static final int PEERS_CODE = 4001;
    private static final int TIMEOUT = 60_000;
    /** Of a connect that only its deadline ends. */
    private static final int SHORT = 150;

    Behaviour behaviour() {
        Behaviour part = Part.of(plan);
        return peerCloses ? part.receive(sizes.size()).close(PEERS_CODE, "that was all") : part;
    }

    /** For soak.lua. */
    Map<String, Object> forScript(String url) {
        return Map.of(
                "id",
                plan.id(),
                "url",
                url + plan.target(),
                "timeout",
                fault() instanceof HandshakeFault handshake && handshake.isTimed() ? SHORT : TIMEOUT,
                "expect",
                plan.whole().size(),
                "leaves",
                !comesToAnEnd(),
                "sizes",
                sizes);
    }

    /** Whether it ends without the script. */
    private boolean comesToAnEnd() {
        return peerCloses || ending().comes();
    }

    /** What DISCONNECTED says, if nothing else is in the way. */
    int code() {
        if (peerCloses) {
            return PEERS_CODE;
        }
        return ending().comes() ? ending().code() : 1000;
    }

    boolean hasError() {
        return !peerCloses && ending().comes() && ending().error() != null;
    }

    /** Whether the peer does nothing wrong. */
    boolean isClean() {
        return fault() instanceof StreamFault stream && stream.kind().isHarmless();
    }

    /** Whether the peer answers a Close. */
    boolean isPolite() {
        return isClean() && ((StreamFault) fault()).place() != StreamFault.Place.AFTER_CLOSE;
    }

    /** Whether the peer's RST may overtake what it has sent, or keep it from being read. */
    boolean isTornOff() {
        return fault() instanceof StreamFault stream && (stream.kind().resets() || stream.kind() == Kind.STOPS_READING);
    }

    private Fault fault() {
        return plan.fault();
    }

    private Ending ending() {
        return plan.fault().ending();
    }

    /** Of the first messages that the peer sends. */
    Checksum said(int messages) {
        Checksum sum = new Checksum();
        for (Said each : plan.says().subList(0, messages)) {
            sum.add(each.text().getBytes(StandardCharsets.UTF_8), each.binary() ? 2 : 1);
        }
        return sum;
    }

    /** Of the first messages that the script sends. */
    Checksum sent(int messages) {
        Checksum sum = new Checksum();
        for (int i = 1; i <= messages; i++) {
            sum.add(payload(i), i % 2 + 1);
        }
        return sum;
    }

    /** As soak.lua makes it: every second message is binary. */
    private byte[] payload(int number) {
        boolean binary = number % 2 == 1;
        byte[] head = (plan.id() + "/" + number + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + sizes.get(number - 1));
        int filler = plan.id() + number;
        Arrays.fill(all, head.length, all.length, (byte) (binary ? filler % 256 : 32 + filler % 90));
        return all;
    }
}
