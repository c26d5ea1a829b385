package org.scriptsocket.jetty;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketExtensionRegistry;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.LoggedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Jetty client with its threads: it starts with the first dial, on a thread of its own. */
final class JettyClient {

    private static final Logger LOG = LoggerFactory.getLogger(JettyClient.class);
    /** Bytes of a request, where each byte of its url may have become three. What a script may send is bounded before. */
    private static final int MAX_REQUEST = 1 << 20;
    /** Buffers of a size that are kept for the next read or write: by default, half as many as there are threads at most. */
    private static final int KEPT_BUFFERS = 16;

    private final JettySettings settings;
    private final ThreadPoolExecutor dials = DaemonThreads.pool("dial", 1);
    /** Two for each client with slow names, see {@link LookupTurns}; there are as many as are needed. */
    private final ThreadPoolExecutor names = DaemonThreads.pool("name", 256);

    private final QueuedThreadPool threads = threads();
    private final Scheduler timers = new ScheduledExecutorScheduler("scriptsocket-jetty-timer", true);
    /** Null until the first dial; then used by the thread of the dials only. */
    private @Nullable WebSocketCoreClient core;

    private boolean stopped;

    JettyClient(JettySettings settings) {
        this.settings = settings;
    }

    /** What is to happen to a dial; not on the thread of the caller. */
    interface Dial {
        void on(WebSocketCoreClient core) throws Exception;

        void failed(Throwable failure);
    }

    void dial(Dial dial) {
        try {
            dials.execute(() -> start(dial));
        } catch (RejectedExecutionException e) {
            dial.failed(e);
        }
    }

    JettySettings settings() {
        return settings;
    }

    Scheduler timers() {
        return timers;
    }

    /** Runs something soon, on another thread; after the stop it has no effect. */
    void hand(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The client has stopped", LoggedFailure.of(e));
        }
    }

    /** On a thread of its own, because Jetty's waits would give up in the middle where the caller's is interrupted. */
    void stop() {
        Thread stopping = new DaemonThreads("stop").newThread(this::stopAll);
        stopping.start();
        boolean interrupted = false;
        while (stopping.isAlive()) {
            try {
                stopping.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll() {
        WebSocketCoreClient last;
        synchronized (this) {
            stopped = true;
            last = core;
        }
        dials.shutdownNow();
        names.shutdownNow();
        if (last != null) {
            LifeCycle.stop(last);
            LifeCycle.stop(last.getHttpClient());
        }
        LifeCycle.stop(timers);
        LifeCycle.stop(threads);
    }

    private void start(Dial dial) {
        try {
            dial.on(started());
        } catch (Exception | LinkageError e) {
            LOG.debug("Dial failed", LoggedFailure.of(e));
            dial.failed(e);
        }
    }

    private synchronized WebSocketCoreClient started() throws Exception {
        if (stopped) {
            throw new IllegalStateException("The transport is closed");
        }
        if (core == null) {
            core = newCore();
        }
        return core;
    }

    private WebSocketCoreClient newCore() throws Exception {
        // where assertions are on, those of this class turn a 101 that can not be parsed into an error without a reason
        JettyClient.class.getClassLoader().setClassAssertionStatus("org.eclipse.jetty.http.HttpException", false);
        timers.start();
        threads.start();
        HttpClient http = newHttp();
        WebSocketCoreClient client = new WebSocketCoreClient(
                http, new WebSocketComponents(extensions(), null, http.getByteBufferPool(), null, null, threads));
        client.setClassLoader(JettyClient.class.getClassLoader());
        client.start();
        plain(http);
        return client;
    }

    private static WebSocketExtensionRegistry extensions() {
        WebSocketExtensionRegistry registry = new WebSocketExtensionRegistry();
        registry.register(Compression.NAME, DeflateExtension.class);
        return registry;
    }

    private HttpClient newHttp() throws Exception {
        DialConnector connector = new DialConnector(settings);
        connector.setSelectors(1);
        connector.setExecutor(threads);
        connector.setScheduler(timers);
        HttpClient http = HeaderLimit.client(connector);
        http.setExecutor(threads);
        http.setScheduler(timers);
        http.setByteBufferPool(new ArrayByteBufferPool(-1, -1, -1, KEPT_BUFFERS));
        http.setSocketAddressResolver(new NameLookup(settings, names));
        bounds(http);
        http.start();
        return http;
    }

    /** The deadline is ours, each connect has a destination of its own, and nothing is reused. */
    private static void bounds(HttpClient http) {
        http.setConnectTimeout(24 * 60 * 60 * 1000L);
        http.setIdleTimeout(0);
        http.setMaxRequestHeadersSize(MAX_REQUEST);
        http.getHttpClientTransport().setConnectionPoolFactory(destination -> new SoleConnection(http, destination));
        http.setDestinationIdleTimeout(2000);
        http.setFollowRedirects(false);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setUserAgentField(null);
    }

    /** An answer is shown as it was sent: no content coding undone, nothing followed, nobody logged in. */
    private static void plain(HttpClient http) {
        http.getContentDecoderFactories().clear();
        http.getProtocolHandlers().remove("www-authenticate");
        http.getProtocolHandlers().remove("proxy-authenticate");
        http.getProtocolHandlers().remove("redirect");
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(2, 1);
        pool.setReservedThreads(0);
        pool.setDaemon(true);
        pool.setName("scriptsocket-jetty");
        return pool;
    }
}
