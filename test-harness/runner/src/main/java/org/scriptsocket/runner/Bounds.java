package org.scriptsocket.runner;

import java.util.List;
import java.util.Map;
import org.scriptsocket.policy.Limits;

/** The limits of a run: the standard ones but for those that were given. */
final class Bounds {

    private static final String OPTION = "--limit";

    private Bounds() {}

    /** @throws UsageException if there is no such limit, or the value is none for it */
    static Limits parse(List<String> texts) {
        Limits limits = Limits.standard();
        for (Map.Entry<String, String> given : Assignments.parse(OPTION, texts).entrySet()) {
            limits = with(limits, given.getKey(), given.getValue());
        }
        return limits;
    }

    private static Limits with(Limits limits, String name, String value) {
        try {
            return limits.with(name, value);
        } catch (IllegalArgumentException e) {
            throw new UsageException(OPTION + ": " + e.getMessage());
        }
    }
}
