package org.scriptsocket.policy;

import java.util.Arrays;
import java.util.Locale;

/** The bounds of a host, by the names that they have everywhere: in Java, Guice and on the command line. */
public enum Limit {
    /** Bytes of one received message; a longer one ends the connection with 1009. */
    MESSAGE_IN(Unit.BYTES, 64 << 20, 1 << 20),
    /** Bytes of one sent message; a longer one raises. */
    MESSAGE_OUT(Unit.BYTES, 64 << 20, 1 << 20),
    /** Connections of a host whose socket is not gone yet. */
    CONNECTIONS(Unit.COUNT, 1024, 8),
    /** The same of one script instance. */
    CONNECTIONS_INSTANCE(Unit.COUNT, 1024, 8),
    /** The same to one remote host, by the name or literal in the url. */
    CONNECTIONS_REMOTE(Unit.COUNT, 1024, 8),
    /** Connects of a host in a second, by its clock; as many may come at once. */
    CONNECT_RATE(Unit.COUNT, 10_000, 10),
    /** Received messages of a connection that wait for an update; at this many the transport stops reading. */
    UNDELIVERED_MESSAGES(Unit.COUNT, 256, 256),
    /** Bytes of the same; at this many the transport stops reading. One message may always pass. */
    UNDELIVERED(Unit.BYTES, 1 << 20, 1 << 20),
    /** Bytes of a connection that were sent and are not written yet, pongs included; over it, {@code send} raises. */
    UNSENT(Unit.BYTES, 64 << 20, 4 << 20),
    /** Bytes of all buffers of a host together. */
    HOST_BUFFERS(Unit.BYTES, 256 << 20, 16 << 20),
    /** Bytes of the url of a connect. */
    URL(Unit.BYTES, 64 << 10, 8 << 10),
    /** Bytes of the headers that a script adds to a connect, its subprotocols among them; so their number is bounded too. */
    REQUEST_HEADERS(Unit.BYTES, 64 << 10, 16 << 10),
    /** Bytes of the status line and headers of a handshake response. */
    RESPONSE_HEADERS(Unit.BYTES, 64 << 10, 64 << 10),
    /** Bytes kept of the body of a refused handshake; the rest is cut off. */
    RESPONSE_BODY(Unit.BYTES, 64 << 10, 64 << 10),
    /** Milliseconds from the Close frame that was written to the end of the socket. */
    CLOSE_TIMEOUT(Unit.TIME, 3_000, 3_000),
    /** Milliseconds without write progress after which a connection is given up. */
    WRITE_TIMEOUT(Unit.TIME, 10_000, 10_000),
    /**
     * Coroutines of an engine that hold a thread of the operating system, because they were begun and are not finished; over it, beginning
     * another one raises. Only where the JVM has no virtual threads.
     */
    COROUTINE_THREADS(Unit.COUNT, 2_000, 100),
    /** Milliseconds between the pings by which a connection asks whether its peer lives (RFC 6455, 5.5.2); 0 for none. */
    PING_INTERVAL(Unit.TIME, 0, 0),
    /** Milliseconds from a ping that was written to its pong, after which the connection is given up. */
    PONG_TIMEOUT(Unit.TIME, 10_000, 10_000);

    private final Unit unit;
    private final long standard;
    private final long sandbox;

    Limit(Unit unit, long standard, long sandbox) {
        this.unit = unit;
        this.standard = standard;
        this.sandbox = sandbox;
    }

    /** The name in settings: {@code message-in}. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value unless the host application says otherwise: bytes, milliseconds or a count. */
    public long standard() {
        return standard;
    }

    /** The default for scripts that are not trusted. */
    public long sandbox() {
        return sandbox;
    }

    /** The largest value there is. A longer time would overflow where it is counted in nanoseconds. */
    long most() {
        return unit == Unit.TIME ? Unit.DAY_MILLIS : Long.MAX_VALUE;
    }

    /**
     * Reads a value as settings write it: {@code 1MiB}, {@code 3s}, {@code 1024}.
     *
     * @throws IllegalArgumentException with a sentence that says what was expected
     */
    public long parse(String text) {
        return unit.parse(settingName(), text);
    }

    /** The value as settings write it. */
    public String format(long value) {
        return unit.format(value);
    }

    /**
     * The limit that settings call so.
     *
     * @throws IllegalArgumentException with the names that there are
     */
    public static Limit named(String name) {
        return Arrays.stream(values())
                .filter(limit -> limit.settingName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown limit '" + name + "'; the limits are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Limit::settingName).toList())));
    }
}
