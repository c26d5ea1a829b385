package org.scriptsocket.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.websocket.Connection;
import org.scriptsocket.websocket.Event;

/**
 * Hosts, each with an engine and a script, instances of it in each, and connections of each instance that play ping-pong. One thread of the
 * application updates them all.
 */
final class Crowd implements Contender.Running {

    /** How long the thread rests when no host had anything to do. */
    private static final long REST_NANOS = 100_000;

    /**
     * How many of each there are.
     *
     * @param instances in each host
     * @param connections of each instance
     */
    record Size(int hosts, int instances, int connections) {

        int all() {
            return hosts * instances * connections;
        }
    }

    private final Size size;
    private final int port;
    private final List<ScriptHost> hosts = new ArrayList<>();
    private final List<ScriptInstance> instances = new ArrayList<>();
    private final Thread thread = new Thread(this::update, "bench-hosts");
    private volatile boolean over;
    /** Written by whoever updates only. */
    private volatile long count;
    /** The same. */
    private volatile int opened;

    private volatile @Nullable String failed;

    Crowd(Size size, int port) throws Exception {
        this.size = size;
        this.port = port;
        for (int i = 0; i < size.hosts(); i++) {
            hosts.add(host());
        }
    }

    /** From now on messages go to and fro. */
    void begin() throws ScriptException {
        for (ScriptInstance instance : instances) {
            instance.call("begin", size.connections());
        }
        thread.start();
    }

    /** Whether all connections are open. */
    boolean isOpen() {
        return opened == size.all();
    }

    @Override
    public long count() {
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
        return count;
    }

    @Override
    public void close() {
        over = true;
        hosts.forEach(ScriptHost::stop);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hosts.forEach(ScriptHost::abort);
    }

    private ScriptHost host() throws Exception {
        ScriptHost host = ScriptHost.builder()
                .limits(Scripted.limits(size.instances() * size.connections()))
                .observer(this::see)
                .onScriptError(error -> failed = error.toString())
                .build();
        ScriptEngine lua = Scripted.engine("lua-websocket", port);
        Script script = host.load(lua, Scripted.source("crowd.lua"), "crowd.lua");
        for (int i = 0; i < size.instances(); i++) {
            instances.add(script.start());
        }
        return host;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // on one thread
    private void see(Connection connection, Event event) {
        if (event instanceof Event.Received) {
            count++;
        } else if (event instanceof Event.Connected) {
            opened++;
        }
    }

    private void update() {
        if (hosts.size() == 1) {
            hosts.get(0).run();
            return;
        }
        while (!over) {
            long before = count;
            hosts.forEach(host -> host.update(0));
            if (count == before) {
                LockSupport.parkNanos(REST_NANOS);
            }
        }
    }
}
