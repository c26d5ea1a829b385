package org.scriptsocket.docs.bounds;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/**
 * Something that may have a size, and no more.
 *
 * @param limit what bounds it, or null where the protocol does
 * @param fixed the bound of the protocol, where there is no limit
 * @param attempt does it in this size
 * @param good what the script logs of it at the bound
 * @param refused and one over it, by the size that was tried
 */
record Size(
        String what,
        @Nullable Limit limit,
        long fixed,
        Attempt attempt,
        LongFunction<List<String>> good,
        LongFunction<List<String>> refused) {

    interface Attempt {
        void in(Bench bench, long size) throws Exception;
    }

    static Size of(
            Limit limit,
            String what,
            Attempt attempt,
            LongFunction<List<String>> good,
            LongFunction<List<String>> refused) {
        return new Size(what, limit, 0, attempt, good, refused);
    }

    static Size fixed(
            long most,
            String what,
            Attempt attempt,
            LongFunction<List<String>> good,
            LongFunction<List<String>> refused) {
        return new Size(what, null, most, attempt, good, refused);
    }

    long most(Limits limits) {
        return limit == null ? fixed : limits.get(limit);
    }
}
