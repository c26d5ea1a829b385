package org.scriptsocket.websocket;

/** So many connects in a second: all at once, or spread. */
final class ConnectRate {

    private static final double SECOND = 1e9;

    private final long perSecond;
    private final NanoClock clock;
    private double left;
    private long last;

    ConnectRate(long perSecond, NanoClock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = perSecond;
        this.last = clock.nanoTime();
    }

    /** Whether there may be one more now; if so, it counts. */
    boolean take() {
        long now = clock.nanoTime();
        left = Math.min((double) perSecond, left + (now - last) / SECOND * perSecond);
        last = now;
        boolean taken = left >= 1;
        left -= taken ? 1 : 0;
        return taken;
    }
}
