package org.scriptsocket.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what options give as {@code NAME=VALUE}. */
final class Assignments {

    private Assignments() {}

    /**
     * In the given order; of the same name the last one counts.
     *
     * @throws UsageException if one has no name or no equals sign
     */
    static Map<String, String> parse(String option, List<String> texts) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new UsageException(option + ": NAME=VALUE expected, got '" + text + "'");
            }
            all.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return all;
    }
}
