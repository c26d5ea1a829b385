package org.scriptsocket.specs;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.SettingValues;

/**
 * What {@link SpecSettings} names, read.
 *
 * @param seed null for the order of the files
 * @param transport null for the one on the class path
 * @param values of the hosts and of the transport
 */
record Settings(
        boolean parallel,
        @Nullable Long seed,
        long limitMillis,
        @Nullable String transport,
        SettingValues values) {

    private static final long LIMIT_MILLIS = 10_000;
    /** What fits into a long. */
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    static Settings of(ConfigurationParameters given) {
        return new Settings(
                truth(given, SpecSettings.PARALLEL),
                seed(given),
                limit(given),
                given.get(SpecSettings.TRANSPORT).orElse(null),
                GivenSettings.read(given));
    }

    /** What the hosts of specs let them do. */
    HostSettings host() {
        return HostSettings.from(values);
    }

    private static @Nullable Long seed(ConfigurationParameters given) {
        Optional<Long> seed = number(given, SpecSettings.SEED);
        if (seed.isPresent()) {
            return seed.get();
        }
        return truth(given, SpecSettings.RANDOM)
                ? (Long) ThreadLocalRandom.current().nextLong(1_000_000)
                : null;
    }

    private static long limit(ConfigurationParameters given) {
        long limit = number(given, SpecSettings.LIMIT).orElse(LIMIT_MILLIS);
        if (limit <= 0) {
            throw new JUnitException(SpecSettings.LIMIT + ": at least 1 expected, got " + limit);
        }
        return limit;
    }

    private static boolean truth(ConfigurationParameters given, String name) {
        String text = given.get(name).orElse("false").strip();
        if (!text.equals("true") && !text.equals("false")) {
            throw new JUnitException(name + ": true or false expected, got '" + text + "'");
        }
        return text.equals("true");
    }

    private static Optional<Long> number(ConfigurationParameters given, String name) {
        return given.get(name).map(text -> {
            if (!WHOLE.matcher(text.strip()).matches()) {
                throw new JUnitException(name + ": a whole number expected, got '" + text + "'");
            }
            return Long.valueOf(text.strip());
        });
    }
}
