package org.scriptsocket.jdk;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.WebSocket;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The client of the JDK that all connections of a transport share, with its threads and timers. */
final class JdkClient {

    private static final long IDLE_SECONDS = 2;

    private final ThreadPoolExecutor threads = DaemonThreads.pool();
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, new DaemonThreads());
    private final Answers answers = new Answers();
    private final JdkSettings settings;
    private final long patience;
    /** Null until the first connect that needs it; that for {@code wss} begins by reading what the JVM trusts. */
    private @Nullable HttpClient plain;

    private @Nullable HttpClient secure;

    JdkClient(JdkSettings settings, long patience) {
        this.settings = settings;
        this.patience = patience;
        timers.setRemoveOnCancelPolicy(true);
        timers.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timers.allowCoreThreadTimeOut(true);
    }

    WebSocket.Builder webSockets(boolean tls) {
        return client(tls).newWebSocketBuilder();
    }

    private synchronized HttpClient client(boolean tls) {
        if (tls) {
            secure = secure == null ? http(settings.tls()) : secure;
            return secure;
        }
        plain = plain == null ? http(Trust.nobody()) : plain;
        return plain;
    }

    private HttpClient http(@Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(threads)
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .proxy(settings.proxies())
                .cookieHandler(answers);
        return (tls == null ? builder : builder.sslContext(tls)).build();
    }

    /** How long a silent peer has to answer {@link EndProbe}, milliseconds. */
    long patience() {
        return patience;
    }

    Executor threads() {
        return threads;
    }

    Answers answers() {
        return answers;
    }

    /** Runs a task later, on a thread of the timers, where it must not stay. */
    Runnable after(long millis, Runnable task) {
        try {
            Future<?> timer = timers.schedule(task, millis, TimeUnit.MILLISECONDS);
            return () -> timer.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {}; // The transport was closed, and with it all that could still happen.
        }
    }

    /** From Java 21 on ends what is still dialled, and the threads of the JDK's clients. */
    synchronized void stop() {
        timers.shutdownNow();
        threads.setKeepAliveTime(1, TimeUnit.MILLISECONDS); // Those that are idle end now.
        stop(plain);
        stop(secure);
    }

    private static void stop(@Nullable HttpClient http) {
        try {
            if (http != null) {
                HttpClient.class.getMethod("shutdownNow").invoke(http);
            }
        } catch (ReflectiveOperationException e) {
            // Before Java 21 the garbage collector stops it.
        }
    }
}
