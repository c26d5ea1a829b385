package org.scriptsocket.transport;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingValues;

/**
 * Carries WebSocket connections (RFC 6455) for any number of hosts.
 *
 * <p>Without an injector it is found by {@link java.util.ServiceLoader}: its public constructor without arguments must
 * cost nothing; threads and sockets start with the first {@link #open}. Every method may be called on any thread.
 */
public interface Transport extends AutoCloseable {

    /** What the transport is called in settings, such as {@code jetty}; lower case, stable. */
    String name();

    /** Whether it is only used where it is asked for by name or given, as a fake is. */
    default boolean onlyByName() {
        return false;
    }

    /**
     * What it can do; everything, unless it says otherwise. The set is the same each time. A connect that asks for something else fails
     * with {@link Capability#refusal}, whoever opens it.
     */
    default Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /**
     * A new transport of this kind, with those of these settings that are a transport's ({@link Setting.Part#TRANSPORT}, one at least); the
     * others are passed over. Files that they name are read now. The caller closes it.
     *
     * @throws org.scriptsocket.policy.SettingException if a value is wrong, or this kind of transport does not know the setting
     */
    default Transport configured(SettingValues settings) {
        String key = settings.keys(Setting.Part.TRANSPORT).get(0);
        throw settings.failure(
                key, new IllegalArgumentException("the transport '" + name() + "' does not know this setting"));
    }

    /**
     * A new transport as this one is, that trusts servers of these certificates too; for tests. The caller closes it.
     *
     * @throws UnsupportedOperationException if this kind of transport can not be told whom to trust
     */
    default Transport trusting(Collection<X509Certificate> certificates) {
        throw new UnsupportedOperationException("the transport " + name() + " can not be told whom to trust");
    }

    /**
     * Begins to open a connection, and returns at once: no I/O, no look-up of a name, no wait on the calling thread.
     *
     * <p>The deadline of {@link ConnectRequest#timeoutMillis()} covers everything up to the accepted handshake and begins
     * with this call. When it passes, the dial is given up and the listener told, {@link Failure.TimedOut}, or, if the
     * status and headers of a refusal were read, {@link Failure.WrongStatus} with the part of the body that came.
     *
     * @param listener told what happens, on the transport's threads, never from inside a call into the transport
     * @return the connection, on which {@link TransportConnection#abort} may be called before it is open
     * @throws IllegalStateException if the transport was closed
     */
    TransportConnection open(ConnectRequest request, TransportListener listener);

    /**
     * Ends every connection of this transport by {@link TransportConnection#abort} and stops its threads. Twice is no effect. A
     * host closes its own connections first, gracefully.
     */
    @Override
    void close();
}
