package org.scriptsocket.docs.faults;

import java.util.List;
import org.scriptsocket.docs.faults.Told.What;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Seen;

/** What a peer must have seen of what the script sent. */
final class PeerRules {

    private PeerRules() {}

    static void check(Story story, List<Seen> seen) {
        List<Frame> frames = seen.stream()
                .filter(Seen.Received.class::isInstance)
                .map(each -> ((Seen.Received) each).frame())
                .filter(frame -> frame.opcode() != Frame.PONG)
                .toList();
        List<String> came = frames.stream()
                .filter(frame -> frame.opcode() != Frame.CLOSE)
                .map(Frame::string)
                .toList();
        List<String> sent = story.all(What.SENT).stream().map(Told::text).toList();
        require(
                came.size() <= sent.size() && came.equals(sent.subList(0, came.size())),
                "the peer got what was not sent so");
        if (isPolite(story) && story.has(What.CONNECTED)) {
            require(came.equals(sent), "the peer did not get all that was sent");
            List<Integer> codes = frames.stream()
                    .filter(frame -> frame.opcode() == Frame.CLOSE)
                    .map(frame -> frame.status().code())
                    .toList();
            require(codes.equals(List.of(story.isLeft() ? 1000 : 1001)), "the peer got Close " + codes);
            require(frames.get(frames.size() - 1).opcode() == Frame.CLOSE, "Close was not the last frame");
        }
    }

    private static boolean isPolite(Story story) {
        return story.plan().fault() instanceof StreamFault fault && fault.kind() == Kind.NONE;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
