package org.scriptsocket.docs.soak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.peer.Frame;

/** What must hold of a connection when both sides have had their say. */
final class Audit {

    private final Line line;
    private final Account account;

    private Audit(Line line, Account account) {
        this.line = line;
        this.account = account;
    }

    /** @param frames what the peer has read, or null if the connection never came to a request */
    static void check(Line line, Account account, @Nullable List<Frame> frames) {
        Audit audit = new Audit(line, account);
        audit.received();
        audit.sent();
        audit.ended();
        if (frames != null) {
            audit.atThePeer(frames);
        } else {
            require(account.sent() == 0, "the peer knows nothing of a connection on which was sent");
        }
    }

    /** What came is what the peer has sent, from the first on, and all of it unless it was torn off. */
    private void received() {
        int whole = line.plan().whole().size();
        require(account.came() <= whole, "more messages came than were sent whole: " + account.came());
        require(
                line.said(account.came()).value() == account.cameSum(),
                "what came is not what was sent, in this order");
        boolean all = !account.wasClosed() && !line.isTornOff();
        require(!all || account.came() == whole, "of " + whole + " messages " + account.came() + " came");
    }

    private void sent() {
        require(line.sent(account.sent()).value() == account.sentSum(), "the script has sent something else");
        boolean all = line.isClean() && !account.wasClosed();
        require(!all || account.sent() == line.sizes().size(), "the script could not send all");
    }

    private void ended() {
        require(account.errors() <= 1, "ERROR came twice");
        if (account.wasClosed() || line.isTornOff() && account.error().startsWith("Connection lost: ")) {
            return;
        }
        require(
                account.code() == line.code(),
                "DISCONNECTED with " + account.code() + " in place of " + line.code() + ", after '" + account.error()
                        + "'");
        require(account.errors() == (line.hasError() ? 1 : 0), "ERROR '" + account.error() + "'");
    }

    /** What the peer has read is what the script has sent, from the first on, and all of it if the peer did nothing wrong. */
    private void atThePeer(List<Frame> frames) {
        Checksum read = new Checksum();
        frames.stream().filter(frame -> !frame.isControl()).forEach(frame -> read.add(frame.payload(), frame.opcode()));
        require(read.messages() <= account.sent(), "the peer read more than was sent");
        require(line.sent(read.messages()).value() == read.value(), "the peer read something else than was sent");
        if (line.isClean() && (account.open() || !account.wasClosed())) {
            require(
                    read.messages() == account.sent(),
                    "of " + account.sent() + " messages the peer read " + read.messages());
            require(read.value() == account.sentSum(), "the peer's checksum is another one");
        }
        if (line.isPolite() && account.open()) {
            require(
                    frames.stream()
                                    .filter(frame -> frame.opcode() == Frame.CLOSE)
                                    .count()
                            == 1,
                    "the peer has not seen one Close");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
