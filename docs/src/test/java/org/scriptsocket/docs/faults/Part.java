package org.scriptsocket.docs.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Step;

/** A peer's part in a plan, as the kit plays it. */
public final class Part {

    private final ConnectionPlan plan;

    private Part(ConnectionPlan plan) {
        this.plan = plan;
    }

    public static Behaviour of(ConnectionPlan plan) {
        return plan.fault() instanceof StreamFault fault
                ? new Part(plan).talk(fault)
                : ((HandshakeFault) plan.fault()).behaviour();
    }

    private Behaviour talk(StreamFault fault) {
        Behaviour all = Behaviour.accept();
        if (fault.place() == StreamFault.Place.WITH_THE_101) {
            all = fail(all, fault);
        }
        for (int i = 0; i < plan.says().size(); i++) {
            all = say(all, plan.says().get(i), i == plan.at() ? fault : null);
        }
        if (fault.place() == StreamFault.Place.AFTER_CLOSE) {
            all = all.awaitClose();
        }
        return fault.place().compareTo(StreamFault.Place.AFTER_ALL) >= 0 ? fail(all, fault) : all;
    }

    private static Behaviour say(Behaviour before, Said said, @Nullable StreamFault fault) {
        Behaviour all = isAt(fault, StreamFault.Place.BEFORE_A_MESSAGE) ? fail(before, fault) : before;
        boolean first = true;
        for (Frame frame : said.frames()) {
            all = all.send(frame);
            if (first && isAt(fault, StreamFault.Place.IN_A_MESSAGE)) {
                all = fail(all, fault);
            }
            first = false;
        }
        if (said.pauseMillis() > 0) {
            all = all.pause(Duration.ofMillis(said.pauseMillis()));
        }
        return isAt(fault, StreamFault.Place.AFTER_A_MESSAGE) ? fail(all, fault) : all;
    }

    private static boolean isAt(@Nullable StreamFault fault, StreamFault.Place place) {
        return fault != null && fault.place() == place;
    }

    private static Behaviour fail(Behaviour before, StreamFault fault) {
        Behaviour all = before;
        for (Step step : fault.kind().steps(fault.place() == StreamFault.Place.IN_A_MESSAGE)) {
            all = all.then(step);
        }
        return all;
    }
}
