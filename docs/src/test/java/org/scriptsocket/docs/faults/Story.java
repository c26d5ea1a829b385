package org.scriptsocket.docs.faults;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.scriptsocket.docs.faults.Told.What;

/** What became of one planned connection. */
final class Story {

    private static final Set<What> LEAVING = EnumSet.of(What.DISCONNECT, What.LEAVE);
    private static final Set<What> CLOSING = EnumSet.of(What.CLOSED, What.CLOSED_LAST);
    private static final Set<What> ENDS = EnumSet.of(What.ERROR, What.DISCONNECTED);

    private final ConnectionPlan plan;
    private final Plan run;
    private final List<Told> told = new ArrayList<>();

    Story(ConnectionPlan plan, Plan run) {
        this.plan = plan;
        this.run = run;
    }

    ConnectionPlan plan() {
        return plan;
    }

    Plan run() {
        return run;
    }

    void add(Told next) {
        told.add(next);
    }

    List<Told> told() {
        return told;
    }

    List<Told> events() {
        return told.stream().filter(each -> each.what().isEvent()).toList();
    }

    List<Told> all(What what) {
        return told.stream().filter(each -> each.what() == what).toList();
    }

    boolean has(What what) {
        return told.stream().anyMatch(each -> each.what() == what);
    }

    List<String> messages() {
        return all(What.MESSAGE).stream().map(Told::text).toList();
    }

    /** Where the instance was closed; the length of the story if it was not. */
    int closed() {
        return first(CLOSING);
    }

    /** Where ERROR or else DISCONNECTED came; the length of the story if none did. */
    int ended() {
        return first(ENDS);
    }

    /** Where the script disconnected while that meant something; the length of the story if it did not. */
    int left() {
        int left = first(LEAVING);
        return left < ended() && left < closed() ? left : told.size();
    }

    private int first(Set<What> kinds) {
        for (int i = 0; i < told.size(); i++) {
            if (kinds.contains(told.get(i).what())) {
                return i;
            }
        }
        return told.size();
    }

    boolean isLeft() {
        return left() < told.size();
    }

    /** Whether the instance was closed before the end came. */
    boolean isCut() {
        return closed() < told.size() && closed() < ended();
    }

    /** Whether nothing more comes unless somebody does something. */
    boolean isFinished() {
        if (!has(What.CONNECT) || closed() < told.size() || has(What.DISCONNECTED)) {
            return true;
        }
        boolean quiet = !plan.fault().ending().comes() && !isLeft();
        return quiet && has(What.CONNECTED) && messages().size() == plan.whole().size();
    }

    /** Whether its DISCONNECTED is still to come. */
    boolean isOpen() {
        return has(What.CONNECT) && closed() == told.size() && !has(What.DISCONNECTED);
    }
}
