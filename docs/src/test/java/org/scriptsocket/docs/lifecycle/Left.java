package org.scriptsocket.docs.lifecycle;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there was and ought to be garbage. */
record Left(List<WeakReference<Object>> all) {

    static Left of(@Nullable Object... all) {
        return new Left(Arrays.stream(all).map(WeakReference::new).toList());
    }

    Left and(Object... more) {
        return new Left(Stream.concat(all.stream(), of(more).all.stream()).toList());
    }

    /** What is not garbage yet, after the garbage collector was asked. */
    Stream<Object> held() {
        System.gc();
        return all.stream().map(WeakReference::get).filter(each -> each != null);
    }

    boolean isGone() {
        return held().findAny().isEmpty();
    }
}
