package org.scriptsocket.policy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The bounds that hold for a host and each of its connections: a value for every {@link Limit}. Immutable. */
public record Limits(Map<Limit, Long> values) {

    private static final Limits STANDARD = of(Limit::standard);
    private static final Limits SANDBOX = of(Limit::sandbox);

    /** @throws IllegalArgumentException if a limit is missing or negative */
    public Limits {
        for (Limit limit : Limit.values()) {
            Long value = values.get(limit);
            if (value != null && value > limit.most()) {
                throw new IllegalArgumentException(limit.settingName() + ": at most " + limit.format(limit.most())
                        + " expected, got " + limit.format(value));
            }
            if (value == null || value < 0) {
                throw new IllegalArgumentException(
                        limit.settingName() + ": a value of at least 0 expected, got " + value);
            }
        }
        values = Map.copyOf(values);
    }

    /** For scripts that the host application trusts. */
    public static Limits standard() {
        return STANDARD;
    }

    /** For scripts that it does not trust. */
    public static Limits sandbox() {
        return SANDBOX;
    }

    /** These limits but for one: bytes, milliseconds or a count. */
    public Limits with(Limit limit, long value) {
        Map<Limit, Long> changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /** These limits but for one, as settings write it: {@code with("message-in", "16MiB")}. */
    public Limits with(String name, String value) {
        Limit limit = Limit.named(name);
        return with(limit, limit.parse(value));
    }

    public long get(Limit limit) {
        Long value = values.get(limit);
        return value == null ? limit.standard() : value;
    }

    /** The value of {@link Limit#MESSAGE_IN}. */
    public long messageIn() {
        return get(Limit.MESSAGE_IN);
    }

    /** The value of {@link Limit#MESSAGE_OUT}. */
    public long messageOut() {
        return get(Limit.MESSAGE_OUT);
    }

    /** The value of {@link Limit#CONNECTIONS}. */
    public long connections() {
        return get(Limit.CONNECTIONS);
    }

    /** The value of {@link Limit#UNDELIVERED_MESSAGES}. */
    public long undeliveredMessages() {
        return get(Limit.UNDELIVERED_MESSAGES);
    }

    /** The value of {@link Limit#UNDELIVERED}. */
    public long undelivered() {
        return get(Limit.UNDELIVERED);
    }

    /** The value of {@link Limit#UNSENT}. */
    public long unsent() {
        return get(Limit.UNSENT);
    }

    /** The value of {@link Limit#HOST_BUFFERS}. */
    public long hostBuffers() {
        return get(Limit.HOST_BUFFERS);
    }

    /** The value of {@link Limit#RESPONSE_HEADERS}. */
    public long responseHeaders() {
        return get(Limit.RESPONSE_HEADERS);
    }

    /** The value of {@link Limit#RESPONSE_BODY}. */
    public long responseBody() {
        return get(Limit.RESPONSE_BODY);
    }

    /** The value of {@link Limit#CLOSE_TIMEOUT}. */
    public Duration closeTimeout() {
        return Duration.ofMillis(get(Limit.CLOSE_TIMEOUT));
    }

    /** The value of {@link Limit#WRITE_TIMEOUT}. */
    public Duration writeTimeout() {
        return Duration.ofMillis(get(Limit.WRITE_TIMEOUT));
    }

    private static Limits of(ToLongFunction<Limit> value) {
        Map<Limit, Long> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            all.put(limit, value.applyAsLong(limit));
        }
        return new Limits(all);
    }
}
