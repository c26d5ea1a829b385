package org.scriptsocket.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/**
 * A script over our whole stack: engine, host in run mode on a thread of its own, transport.
 *
 * @param engine the name of the engine
 * @param extension of the file with the workload
 * @param direct whether the host is updated by the transport's thread
 */
record Scripted(String engine, String extension, boolean direct) implements Contender {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int UPDATES = 200_000;
    private static final int TURNS = 7;
    /** How often the script is asked how far it is. */
    private static final long LOOK_MILLIS = 5;

    @Override
    public Running begin(Workload workload, int port) throws Exception {
        Hosted hosted = new Hosted(workload.connections(), direct);
        ScriptEngine lua = engine(engine, port);
        lua.put("CONNECTIONS", workload.connections());
        lua.put("BYTES", workload.bytes());
        lua.put("WINDOW", workload.window());
        ScriptInstance instance = hosted.host
                .load(lua, source("echo." + extension), "echo." + extension)
                .start();
        hosted.run();
        return new Running() {
            @Override
            public long count() throws Exception {
                return hosted.ask(instance);
            }

            @Override
            public void close() {
                hosted.close();
            }
        };
    }

    @Override
    public Open open(int connections, int port) throws Exception {
        Hosted hosted = new Hosted(connections, direct);
        ScriptEngine lua = engine(engine, port);
        lua.put("CONNECTIONS", connections);
        ScriptInstance instance = hosted.host
                .load(lua, source("idle." + extension), "idle." + extension)
                .start();
        hosted.run();
        while (hosted.ask(instance) < connections) {
            Thread.sleep(LOOK_MILLIS);
        }
        return hosted;
    }

    static ScriptEngine engine(String name, int port) {
        ScriptEngine found = new ScriptEngineManager().getEngineByName(name);
        found.put("URL", "ws://127.0.0.1:" + port + "/");
        return found;
    }

    static Limits limits(int connections) {
        return Limits.standard()
                .with(Limit.CONNECTIONS, connections + 16)
                .with(Limit.CONNECTIONS_INSTANCE, connections + 16)
                .with(Limit.CONNECTIONS_REMOTE, connections + 16)
                .with(Limit.CONNECT_RATE, 1_000_000);
    }

    static String source(String name) throws IOException {
        try (InputStream in = Scripted.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Hosted implements Open {

        private final CompletableFuture<Long> failed = new CompletableFuture<>();
        private final ScriptHost host;
        private final Thread thread;

        Hosted(int connections, boolean direct) {
            host = ScriptHost.builder()
                    .limits(limits(connections))
                    .direct(direct)
                    .onScriptError(error -> failed.completeExceptionally(new ScriptException(error.toString())))
                    .build();
            thread = new Thread(host::run, "bench-host");
        }

        void run() {
            thread.start();
        }

        long ask(ScriptInstance instance) throws Exception {
            CompletableFuture<Long> answer = new CompletableFuture<>();
            host.execute(() -> answer.complete(counted(instance)));
            CompletableFuture.anyOf(answer, failed).get();
            return answer.get();
        }

        private static long counted(ScriptInstance instance) {
            try {
                Object count = instance.call("counted");
                return count instanceof Number number ? number.longValue() : -1;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public double updateNanos() throws InterruptedException {
            host.stop();
            thread.join();
            List<Double> turns = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                // What this thread used, as others may have the processor in between.
                long begun = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < UPDATES; i++) {
                    host.update(0);
                }
                turns.add((THREADS.getCurrentThreadCpuTime() - begun) / (double) UPDATES);
            }
            return Figures.median(turns);
        }

        @Override
        public void close() {
            host.close();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
