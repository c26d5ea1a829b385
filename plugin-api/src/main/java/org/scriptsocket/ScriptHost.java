package org.scriptsocket;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.policy.LoggedFailure;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.script.ScriptBinding;
import org.scriptsocket.script.ScriptBindings;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.ConnectionInfo;
import org.scriptsocket.websocket.Connections;
import org.scriptsocket.websocket.EventObserver;
import org.scriptsocket.websocket.FrameObservers;
import org.scriptsocket.websocket.NanoClock;
import org.scriptsocket.websocket.ScriptThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A world of scripts with one thread at a time: its engines, their instances, their connections.
 *
 * <p>Script code runs only inside {@link #load}, {@link Script#start}, {@link ScriptInstance#call}, {@link #update}, {@link #run} and
 * {@link #close}, on the thread that calls them. A second thread that calls one of them meanwhile gets an
 * {@link IllegalStateException} that names both. {@link #execute}, {@link #stop}, {@link #close} and {@link #abort} may be called on any
 * thread.
 */
public final class ScriptHost implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger("org.scriptsocket");
    private static final Cleaner CLEANER = Cleaner.create();

    private final Consumer<ScriptError> onScriptError;
    private final ClassLoader classLoader;
    private final NanoClock clock;
    private final Connections connections;
    private final Remains remains;
    private final Cleaner.Cleanable cleanable;
    private final ScriptThread thread = new ScriptThread(this::flush, this::closeIfAsked);
    private final HostedEngines engines = new HostedEngines();
    private final List<ScriptInstance> instances = new ArrayList<>();
    /** The instances with an {@code update}; replaced, never changed, so that an update may close instances. */
    private List<ScriptInstance> updating = List.of();

    private volatile boolean stopped;
    /** No new entries; set before the last ones, in which {@code final} runs. */
    private volatile boolean closed;

    private volatile boolean closeAsked;
    /** Whether updates may be made by threads of the transport. */
    private final boolean direct;
    /** Whether this entry is one of them: it must not wait for the transport. */
    private boolean onTransportThread;
    /** Set inside an entry. */
    private volatile boolean enginesEnded;
    /** Whether {@code final} of the instances is running, in which calls of the host are still good. */
    private boolean closing;
    /** Set by {@link #unwind} until the entry is over. */
    private @Nullable ScriptUnwind unwinding;

    private ScriptHost(Builder builder) {
        this.onScriptError = builder.onScriptError;
        this.classLoader = builder.classLoader;
        this.clock = builder.clock;
        this.direct = builder.settings().direct();
        TransportLease lease = builder.lease();
        this.connections =
                new Connections(lease::transport, builder.settings(), builder.clock, builder.observer, builder.frames);
        this.remains = new Remains(connections.sockets(), lease);
        this.cleanable = CLEANER.register(this, remains);
    }

    /** A host with the defaults: the transport that is on the class path, found at the first connect. */
    public static ScriptHost create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The host of an engine: the one it belongs to, or else a new one with the defaults, or with what the engine's factory brings along.
     *
     * @throws IllegalArgumentException if no binding supports the engine
     */
    public static ScriptHost of(ScriptEngine engine) {
        return EngineOwners.of(engine);
    }

    /**
     * For an engine that can be closed: closes the host that {@link #of} has made for it. No effect where it has none, or was given to a host
     * by the application, which closes that.
     *
     * @return whether it had one, which is closed now; inside an entry it is closed at its end
     */
    public static boolean closeOwn(ScriptEngine engine) {
        return EngineOwners.closeOwn(engine);
    }

    /**
     * Evaluates a script file once. The engine becomes this host's.
     *
     * @throws IOException if the file can not be read
     * @throws ScriptException if the script does not parse or throws
     * @throws IllegalStateException if the engine belongs to another host
     */
    public Script load(ScriptEngine engine, Path file) throws IOException, ScriptException {
        Path name = file.getFileName();
        byte[] source = bytes(file);
        Path folder = file.toAbsolutePath().getParent();
        return load(engine, source, name == null ? file.toString() : name.toString(), folder);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a directory, not a script");
        }
        return Files.readAllBytes(file);
    }

    /** The same for a text, with the name that errors are to give. */
    public Script load(ScriptEngine engine, String source, String name) throws ScriptException {
        return load(engine, source.getBytes(StandardCharsets.UTF_8), name, null);
    }

    private Script load(ScriptEngine engine, byte[] source, String name, @Nullable Path folder) throws ScriptException {
        return inside(() -> {
            HostedEngine hosted = adopt(engine);
            return new Script(hosted, name, hosted.load(source, name, folder));
        });
    }

    /**
     * Gives the scripts of an engine a global function of the host application, in the language's own way. It is called on the script thread,
     * with any number of values, see {@link org.scriptsocket.script.BoundEngine#define}. The engine becomes this host's.
     *
     * @throws ScriptException if the engine does not take it
     */
    public void define(ScriptEngine engine, String name, ScriptFunction function) throws ScriptException {
        inside(() -> {
            adopt(engine).bound().define(name, function);
            return this;
        });
    }

    /**
     * Delivers what had arrived when it was called, in order, then calls the {@code update(self, dt)} of the instances, then sends what
     * they sent. Never blocks.
     *
     * @param dt seconds since the last update, as the scripts are to see it
     */
    public void update(double dt) {
        enter();
        try {
            updateInside(dt);
        } finally {
            thread.exit();
        }
    }

    /** The same by a thread of the transport; has no effect, and returns false, if anybody is inside, or the host is closed. */
    boolean updateIfFree(double dt) {
        if (closed || !thread.enterIfFree()) {
            return false;
        }
        onTransportThread = true;
        try {
            updateInside(dt);
        } finally {
            try {
                thread.exit();
            } finally {
                onTransportThread = false;
            }
        }
        return true;
    }

    private void updateInside(double dt) {
        connections.deliver();
        // By index: an update with nothing to do makes no objects.
        List<ScriptInstance> all = updating;
        for (int i = 0; i < all.size(); i++) {
            all.get(i).update(dt);
        }
    }

    /** Updates as soon as something arrives, and 60 times a second while an instance has an {@code update}, until {@link #stop}. */
    public void run() {
        run(0, () -> false);
    }

    /**
     * Updates until {@link #stop} is called, the host is closed, the thread is interrupted, or the condition holds after an update.
     *
     * @param hz updates a second; 0 for as soon as something arrives, and 60 times a second while an instance has an {@code update}
     */
    public void run(double hz, BooleanSupplier until) {
        try {
            new RunLoop(this, clock, connections.inbox(), hz, direct).run(until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped = false;
        }
    }

    /** Updates for so long, or until nothing is to be expected; whether that is so. */
    boolean pump(double seconds) {
        try {
            new RunLoop(this, clock, connections.inbox(), 0, false).run(seconds, this::isIdle);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped = false;
        }
        return isIdle();
    }

    /** Whether the current thread is inside an entry. */
    boolean isInside() {
        return thread.isCurrent();
    }

    /** Whether the current thread runs a coroutine of a script. */
    boolean isInCoroutine() {
        Thread current = Thread.currentThread();
        return engines.all().stream().anyMatch(engine -> engine.bound().carriesScriptCall(current));
    }

    /** Ends the {@link #run} under way after its current update, or the next one at once. On any thread. */
    public void stop() {
        stopped = true;
        connections.inbox().wake();
    }

    /**
     * Runs a task in the next update, on its thread.
     *
     * @throws RejectedExecutionException if the host is closed
     */
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("The script host is closed");
        }
        connections.inbox().post(task);
    }

    /**
     * For a host's own function that is to end the script call under way, such as {@code os.exit}: gives what the function throws. It comes
     * out of the host even if the script's engine lets the script catch it, as JavaScript's does.
     */
    public ScriptUnwind unwind(String why) {
        ScriptUnwind begun = new ScriptUnwind(why);
        if (thread.isCurrent()) {
            unwinding = begun;
        }
        return begun;
    }

    /** Whether nothing is to be expected: no connection that a script waits for, nothing undelivered. */
    public boolean isIdle() {
        return connections.isIdle();
    }

    /** How each connection stands, and what happened last on it. On the host's thread. */
    public List<ConnectionInfo> connections() {
        return inside(connections::infos);
    }

    /**
     * What happened last on each connection, and on the last 16 that ended, a line for each event, to be read by people. Empty if there
     * never was a connection. On any thread, after {@link #close} too.
     */
    public String flightRecorder() {
        return connections.flightRecorder();
    }

    /**
     * Closes all instances, their {@code final} included, closes all connections with 1001, and returns after the closing handshakes, or
     * when {@code close-timeout} has passed for all of them together. On any thread: from another one it waits for the entry under way;
     * inside an entry it happens at its end. Twice is no effect.
     */
    @Override
    public void close() {
        if (thread.isCurrent()) {
            closeAsked = true;
            return;
        }
        thread.enterWhenFree();
        boolean first = !closed;
        try {
            if (first) {
                closeInstances();
                endEngines();
            }
        } finally {
            thread.exit();
            if (first) {
                remains.awaitEnd(connections.limits().closeTimeout());
                cleanable.clean();
            }
        }
    }

    /** Ends all connections at once, without Close frames and without {@code final}, and does not wait. On any thread. */
    public void abort() {
        closed = true;
        stop();
        cleanable.clean();
        endEnginesWhenFree();
    }

    /** Whether {@link #close} or {@link #abort} was called. */
    public boolean isClosed() {
        return closed;
    }

    boolean isStopped() {
        return stopped || closed;
    }

    boolean hasUpdates() {
        return !updating.isEmpty();
    }

    ScriptInstance start(Script script) throws ScriptException {
        return inside(() -> {
            HostedEngine engine = script.engine();
            Object self = engine.bound().newSelf();
            ScriptInstance instance = new ScriptInstance(engine, script.nextInstanceName(), script, self);
            remember(instance);
            try {
                instance.init();
            } catch (ScriptException e) {
                instance.closeInside();
                throw e;
            }
            return instance;
        });
    }

    void forget(ScriptInstance instance, int status) {
        if (instances.remove(instance) && instance.hasUpdate()) {
            updating = instances.stream().filter(ScriptInstance::hasUpdate).toList();
        }
        connections.orphan(owner -> owner == instance.owner(), status);
    }

    void report(ScriptError error) {
        try {
            onScriptError.accept(error);
        } catch (RuntimeException e) {
            log.error(
                    "The handler of script errors failed on: {}", ErrorText.line(error.located()), LoggedFailure.of(e));
        }
    }

    /** Makes the engine this host's. */
    HostedEngine adopt(ScriptEngine engine) {
        HostedEngine known = engines.of(engine);
        if (known == null) {
            ScriptBinding binding = ScriptBindings.find(engine, classLoader);
            EngineOwners.claim(engine, this);
            known = new HostedEngine(this, thread, connections, binding, engine);
            if (direct && known.bound().isSandbox()) {
                throw new IllegalStateException(
                        "a script in a sandbox can not run on the threads of the transport: a host for it must not be direct");
            }
            engines.add(engine, known);
        }
        return known;
    }

    /** What is done inside an entry. */
    @FunctionalInterface
    interface Body<T, E extends Exception> {
        T run() throws E;
    }

    <T, E extends Exception> T inside(Body<T, E> body) throws E {
        enter();
        try {
            return body.run();
        } finally {
            thread.exit();
        }
    }

    private void enter() {
        thread.enter();
        if (closed && !closing) {
            thread.exit();
            throw new IllegalStateException("The script host is closed");
        }
    }

    private void closeInstances() {
        closed = true;
        closing = true;
        stop();
        try {
            List.copyOf(instances).forEach(ScriptHost::closeInstance);
            engines.all().forEach(engine -> engine.standard().endInside());
        } finally {
            connections.orphan(owner -> true, CloseStatus.GOING_AWAY);
            closing = false;
        }
    }

    private static void closeInstance(ScriptInstance instance) {
        try {
            instance.closeInside();
        } catch (ScriptUnwind ended) {
            // It has ended the script's final, and there is nothing more to end.
            instance.engine().host().unwinding = null;
            log.debug("{} ended its final by itself", ErrorText.line(instance.toString()));
        }
    }

    private void remember(ScriptInstance instance) {
        instances.add(instance);
        if (instance.hasUpdate()) {
            List<ScriptInstance> more = new ArrayList<>(updating);
            more.add(instance);
            updating = List.copyOf(more);
        }
    }

    /** Throws what a script has caught that is not its own to catch. */
    void goOnUnwinding() {
        if (unwinding != null) {
            throw unwinding;
        }
    }

    private void flush() {
        unwinding = null;
        connections.flush();
    }

    boolean isCloseAsked() {
        return closeAsked;
    }

    void closeIfAsked() {
        if (closeAsked && !closed && !onTransportThread) {
            close();
        } else if (closed) {
            endEnginesWhenFree();
        }
    }

    /** At once, or else by the thread that is inside, when it leaves. */
    private void endEnginesWhenFree() {
        if (!enginesEnded && thread.enterIfFree()) {
            try {
                endEngines();
            } finally {
                thread.exit();
            }
        }
    }

    private void endEngines() {
        if (!enginesEnded) {
            enginesEnded = true;
            engines.all().forEach(engine -> engine.bound().close());
        }
    }

    private static void logError(ScriptError error) {
        log.error("{}", ErrorText.of(error));
    }

    /** What a host is made of; each part has a default. */
    public static final class Builder {

        private @Nullable Transport transport;
        private @Nullable String transportName;
        /** Null until somebody has said which. */
        private @Nullable HostSettings settings;
        /** What was set of a transport that is found. */
        private SettingValues transportSettings = SettingValues.of(Map.of());

        private @Nullable Limits limits;
        private @Nullable AddressPolicy policy;
        private @Nullable Boolean direct;
        private NanoClock clock = NanoClock.system();
        private ClassLoader classLoader = defaultClassLoader();
        private Consumer<ScriptError> onScriptError = ScriptHost::logError;
        private @Nullable EventObserver observer;
        private @Nullable FrameObservers frames;

        private Builder() {}

        /** The transport to use, as it is; the caller closes it. Settings of a transport that are given to this builder have no effect on it. */
        public Builder transport(Transport given) {
            this.transport = given;
            this.transportName = null;
            return this;
        }

        /** The transport of this name that the class loader knows; shared between hosts that give it the same settings. */
        public Builder transport(String name) {
            this.transportName = name;
            this.transport = null;
            return this;
        }

        public Builder limits(Limits bounds) {
            this.limits = bounds;
            return this;
        }

        /** The limits that the host will have. */
        public Limits limits() {
            return limits == null ? chosen().limits() : limits;
        }

        /**
         * Begins with these; {@link #limits(Limits)} and {@link #policy}, whether called before or after, go before what stands in them.
         */
        public Builder settings(HostSettings given) {
            this.settings = given;
            return this;
        }

        /**
         * The settings of the host among these, and those of the transport for the one that is found, now by {@link #build}. Hosts of a
         * class loader with the same settings of the transport share one, while any of them is open.
         *
         * @throws org.scriptsocket.policy.SettingException if a value of a host is wrong; one of a transport is told by {@link #build}. A
         *     mistake in an address rule is logged, and refuses every address
         */
        public Builder settings(SettingValues values) {
            transportSettings = values.only(Setting.Part.TRANSPORT);
            return settings(HostSettings.from(values));
        }

        /**
         * The same from properties.
         *
         * @throws org.scriptsocket.policy.SettingException if a name or a value is wrong
         */
        public Builder settings(Properties properties) {
            return settings(SettingValues.of(properties));
        }

        /**
         * The same from a properties file.
         *
         * @throws IOException if it can not be read
         */
        public Builder settings(Path file) throws IOException {
            return settings(SettingValues.read(file));
        }

        /**
         * For scripts that the application does not trust: {@link HostSettings#sandbox}. It bounds what scripts do by {@code websocket}; what
         * else the engine lets them do is the engine's.
         */
        public Builder untrusted() {
            return settings(HostSettings.sandbox());
        }

        /** The same, unless {@link #settings} was said: for an engine that is a sandbox, and brings its host along. */
        public Builder untrustedByDefault() {
            return settings == null ? untrusted() : this;
        }

        private HostSettings chosen() {
            return settings == null ? HostSettings.standard() : settings;
        }

        private HostSettings settings() {
            HostSettings limited = chosen().withLimits(limits());
            HostSettings driven = direct == null ? limited : limited.withDirect(direct);
            return policy == null ? driven : driven.withPolicy(policy);
        }

        public Builder policy(AddressPolicy rules) {
            this.policy = rules;
            return this;
        }

        /**
         * Whether {@link ScriptHost#run()}, while it waits, lets the transport's thread that brings messages make the update itself. That saves
         * the change of threads, which is most of the time of a short round trip; the price is that a slow script holds up all connections of
         * that thread, and that {@code onScriptError}, observers, host functions and the condition of {@code run} are called on it. One thread at
         * a time, and never while the host is in an entry. Not for scripts that are not trusted. The Jetty transport does it, the others
         * bring nothing this way.
         *
         * <p>The default is false.
         */
        public Builder direct(boolean on) {
            this.direct = on;
            return this;
        }

        /** The clock for the deadlines that scripts see; a transport has its own. */
        public Builder clock(NanoClock nanoClock) {
            this.clock = nanoClock;
            return this;
        }

        /** Where transports and bindings are looked for. The default is the context class loader of the calling thread. */
        public Builder classLoader(ClassLoader loader) {
            this.classLoader = loader;
            return this;
        }

        /** Told, on the script thread, of each error that a script did not catch. The default logs it at ERROR. */
        public Builder onScriptError(Consumer<ScriptError> handler) {
            this.onScriptError = handler;
            return this;
        }

        /** Sees each event just before its callback. */
        public Builder observer(EventObserver eventObserver) {
            this.observer = eventObserver;
            return this;
        }

        /**
         * Chooses who sees the frames of a connection; without it they are seen by nobody, which costs nothing. The transport holds on to
         * what was chosen while the connection lives: it must not refer to the host, lest a forgotten one stays.
         */
        public Builder frameObserver(FrameObservers frameObservers) {
            this.frames = frameObservers;
            return this;
        }

        /**
         * @throws org.scriptsocket.policy.SettingException if a setting of the transport is wrong, or the transport that was found does not
         *     know it
         */
        public ScriptHost build() {
            return new ScriptHost(this);
        }

        private TransportLease lease() {
            if (transport != null) {
                warnOfSettings(transport);
                return TransportLease.given(transport);
            }
            TransportLease lease = TransportLease.shared(classLoader, transportName, transportSettings);
            if (!transportSettings.isEmpty()) {
                // A mistake in them is the application's, not that of the script which connects first.
                lease.transport();
            }
            return lease;
        }

        private void warnOfSettings(Transport given) {
            if (!transportSettings.isEmpty()) {
                log.warn(
                        "The settings {} have no effect on the transport '{}', which the host was given as it is",
                        transportSettings.keys(Setting.Part.TRANSPORT),
                        given.name());
            }
        }

        private static ClassLoader defaultClassLoader() {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context == null ? ClassLoader.getSystemClassLoader() : context;
        }
    }
}
