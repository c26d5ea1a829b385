package org.scriptsocket.docs.faults;

import java.util.ArrayList;
import java.util.List;

/** Every fault crossed with every action. */
public final class Coverage {

    /** A fault of a peer, and what the script does meanwhile. */
    record Pair(Fault fault, Moment moment, Deed deed) {}

    private Coverage() {}

    static List<Pair> pairs(boolean sockets) {
        List<Pair> all = new ArrayList<>();
        for (Fault fault : faults(sockets)) {
            for (Moment moment : Moment.values()) {
                for (Deed deed : Deed.values()) {
                    all.add(new Pair(fault, moment, deed));
                }
            }
        }
        return all;
    }

    public static List<Fault> faults(boolean sockets) {
        List<Fault> all = new ArrayList<>(StreamFault.all());
        for (HandshakeFault fault : HandshakeFault.values()) {
            if (sockets || !fault.isRaw()) {
                all.add(fault);
            }
        }
        return all;
    }
}
