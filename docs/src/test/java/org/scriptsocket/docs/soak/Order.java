package org.scriptsocket.docs.soak;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a soak is to be, and of what: {@code -Dsoak.messages} (20,000 unless it is said) or {@code -Dsoak.minutes};
 * {@code -Dsoak.seed}, a number or {@code random}; {@code -Dsoak.round}, the one to be done again.
 *
 * @param begin of System.nanoTime
 * @param nanos from the begin, or 0 for as long as the messages take
 * @param again the only round to play, or null for all
 */
record Order(
        long seed,
        long messages,
        long begin,
        long nanos,
        @Nullable Again again) {

    /** A round of a host. */
    record Again(int host, int round) {

        static @Nullable Again of(@Nullable String text) {
            if (text == null) {
                return null;
            }
            int dot = text.indexOf('.');
            return new Again(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        }
    }

    private static final long SHORT = 20_000;
    private static final double WARM = 0.2;

    /** Prints how to do it again. */
    @SuppressWarnings("SystemOut")
    static Order wanted() {
        String given = System.getProperty("soak.seed", "1");
        long seed = given.equals("random") ? new SecureRandom().nextInt(1_000_000_000) : Long.parseLong(given);
        double minutes = Double.parseDouble(System.getProperty("soak.minutes", "0"));
        long messages = Long.getLong("soak.messages", minutes > 0 ? Long.MAX_VALUE : SHORT);
        String round = System.getProperty("soak.round");
        long nanos = (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        System.out.println("Soak: -Dsoak.seed=" + seed + (minutes > 0 ? " -Dsoak.minutes=" + minutes : "")
                + (round == null ? "" : " -Dsoak.round=" + round));
        return new Order(seed, messages, System.nanoTime(), nanos, Again.of(round));
    }

    /** A first part, after which what is made once has been made. */
    Order warm() {
        long first = messages == Long.MAX_VALUE ? messages : (long) (messages * WARM);
        return new Order(seed, first, begin, (long) (nanos * WARM), again);
    }

    Bound bound(Totals totals) {
        return () -> totals.messages() >= messages || nanos > 0 && System.nanoTime() - begin > nanos;
    }

    /** When it is over. */
    @FunctionalInterface
    interface Bound {
        boolean isReached();
    }
}
