package org.scriptsocket.websocket;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All connections of a host, and what they share. Used on the script thread, but for {@link #sockets}. */
public final class Connections {

    private static final Logger log = LoggerFactory.getLogger("org.scriptsocket.websocket");

    /**
     * How much later than the deadline of a connect it is given up here, nanoseconds. The transport keeps the deadline, for it knows what
     * has been read of an answer by then; this is for a transport that does not.
     */
    private static final long GRACE = 250_000_000;

    private final Supplier<Transport> transport;
    private final HostSettings settings;
    private final Limits limits;
    private final NanoClock clock;
    private final @Nullable EventObserver observer;
    private final @Nullable FrameObservers frames;
    private final FlightLog flights = new FlightLog();
    private final Inbox inbox = new Inbox();
    /** All that transports have of the host. */
    private final WeakReference<Inbox> inboxOfTransports = new WeakReference<>(inbox);

    private final HostBuffers buffers;
    /** What a transport knows this host by. */
    private final Object client = new Object();

    private final Sockets sockets = new Sockets();
    private final Quotas quotas;

    private final Map<Long, Connection> alive = new LinkedHashMap<>();
    /** What the updates have taken from the inbox and not delivered yet; empty between updates unless one was unwound. */
    private final Deque<Inbox.Entry> batch = new ArrayDeque<>();

    private final List<Connection> unflushed = new ArrayList<>();
    private long lastId;
    private final Set<Connection> connecting = new LinkedHashSet<>();

    /** @param transport asked at the first connect that needs one; throws {@link IllegalStateException} if there is none */
    public Connections(
            Supplier<Transport> transport,
            HostSettings settings,
            NanoClock clock,
            @Nullable EventObserver observer,
            @Nullable FrameObservers frames) {
        this.transport = transport;
        this.settings = settings;
        this.limits = settings.limits();
        this.clock = clock;
        this.observer = observer;
        this.frames = frames;
        this.buffers = new HostBuffers(limits);
        this.quotas = new Quotas(limits, sockets, clock);
    }

    public Inbox inbox() {
        return inbox;
    }

    /** Whether so many bytes more may wait to be written. */
    boolean takesUnsent(int length) {
        return buffers.hasRoomFor(length);
    }

    public Limits limits() {
        return limits;
    }

    /** Whether a script may say what the header {@code Host} is. */
    boolean letsScriptsNameTheHost() {
        return !settings.untrusted();
    }

    /** The connections whose socket, or dial, is not gone yet. May be used on any thread. */
    public Sockets sockets() {
        return sockets;
    }

    /** How many of an instance's connections were not dialled, and wait for the update that says so. */
    long refused(ConnectionOwner owner) {
        return alive.values().stream()
                .filter(connection -> connection.owner() == owner && !connection.wasDialled())
                .count();
    }

    public List<ConnectionInfo> infos() {
        return alive.values().stream().map(Connection::info).toList();
    }

    /** The last events of each connection, and of the last ones that ended, to be read by people. May be called on any thread. */
    public String flightRecorder() {
        return flights.text();
    }

    /** Whether a script waits for an event, or a socket is not gone yet. */
    public boolean isIdle() {
        return alive.isEmpty() && sockets.isEmpty();
    }

    /** Delivers what had arrived when it was called, in the order of arrival. */
    public void deliver() {
        boolean dials = !connecting.isEmpty();
        // What had arrived by then is taken now; what arrives during a slow callback is not.
        long began = dials ? clock.nanoTime() : 0;
        inbox.drainTo(batch);
        for (Inbox.Entry entry = batch.poll(); entry != null; entry = batch.poll()) {
            if (entry instanceof Inbox.ForConnection arrived) {
                deliver(arrived);
            } else if (entry instanceof Inbox.ForHost host) {
                host.task().run();
            }
        }
        if (dials) {
            expire(began);
        }
    }

    private void deliver(Inbox.ForConnection arrived) {
        if (arrived.signal() instanceof Signal.Arrived message) {
            buffers.release(message.message().length());
        }
        Connection connection = alive.get(arrived.id());
        if (connection != null) {
            connection.deliver(arrived.signal());
        }
    }

    private void expire(long now) {
        for (Connection connection : List.copyOf(connecting)) {
            if (now - connection.deadline() >= GRACE) {
                connection.expire();
            }
        }
    }

    /** Flushes what was sent since the last call. */
    public void flush() {
        if (!unflushed.isEmpty()) {
            unflushed.forEach(Connection::flush);
            unflushed.clear();
        }
    }

    /** The end of an instance, or of all: closes its connections with this status; they get no event any more. */
    public void orphan(Predicate<ConnectionOwner> which, int status) {
        for (Connection connection : List.copyOf(alive.values())) {
            if (which.test(connection.owner())) {
                connection.orphan(status);
            }
        }
    }

    void flushLater(Connection connection) {
        unflushed.add(connection);
    }

    void noLongerConnecting(Connection connection) {
        connecting.remove(connection);
    }

    void forget(Connection connection) {
        alive.remove(connection.id());
        flights.end(connection.recorder());
    }

    void observe(Connection connection, Event event) {
        if (observer != null) {
            observer.onEvent(connection, event);
        }
    }

    /** A connection whose events begin with the next update, however it goes. */
    Connection connect(ConnectionName name, ConnectTarget target, ConnectionOwner owner, ScriptCallback callback) {
        long id = ++lastId;
        Window window = new Window(limits);
        long deadline = clock.nanoTime() + target.timeoutNanos();
        FlightRecorder recorder = new FlightRecorder(name, clock);
        recorder.add(FlightEvent.Kind.CONNECT);
        Connection connection = new Connection(this, id, name, owner, callback, window, recorder, deadline);
        Failure limit = target.refusal() == null ? quotas.refusal(target, owner) : null;
        if (target.refusal() != null) {
            recorder.failed(target.refusalWithoutUrl());
            inbox.post(id, new Signal.Failed(target.refusal()));
        } else if (limit != null) {
            recorder.failed(limit.message());
            inbox.post(id, new Signal.Failed(limit));
        } else {
            ConnectionBuffers meter = new ConnectionBuffers(buffers);
            ConnectRequest request = target.request(limits, settings.policy(), tap(name.toString()), client, meter);
            Optional<Failure> unable = Capability.refusal(transport.get(), request);
            if (unable.isPresent()) {
                recorder.failed(unable.get().message());
                inbox.post(id, new Signal.Failed(unable.get()));
            } else {
                InboxListener listener = new InboxListener(inboxOfTransports, id, window, buffers, recorder);
                TransportConnection dial = dial(connection, request, listener);
                dial.gone().thenRun(ending(dial, quotas.count(target, owner), meter));
                listener.demandFrom(dial);
            }
        }
        alive.put(id, connection);
        flights.begin(recorder);
        connecting.add(connection);
        return connection;
    }

    /** A log that would show frames is no reason to refuse a transport that has none to show. */
    private @Nullable FrameObserver tap(String name) {
        boolean shows = frames != null || transport.get().capabilities().contains(Capability.FRAMES);
        return shows ? FrameTap.of(name, frames, log) : null;
    }

    private TransportConnection dial(Connection connection, ConnectRequest request, InboxListener listener) {
        TransportConnection dial = transport.get().open(request, listener);
        sockets.add(dial);
        connection.dialled(dial, listener);
        return dial;
    }

    /** What is done when a socket is gone; it must not refer to the host. */
    private Runnable ending(TransportConnection socket, Runnable counted, ConnectionBuffers meter) {
        Sockets open = sockets;
        return () -> {
            open.remove(socket);
            counted.run();
            meter.end();
        };
    }
}
