package org.scriptsocket.docs.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.docs.faults.Told.What;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.lua.LuaScriptEngineFactory;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.NanoClock;

/** A host with the script that plays plans, and all that it told. */
final class World implements AutoCloseable {

    private static final String SCRIPT = script();

    private final Peers peers;
    private final PlanText text;
    private final ScriptHost host;
    private final ScriptEngine engine;
    private final Script script;
    private final Map<Integer, Story> stories = new LinkedHashMap<>();
    private final Map<Integer, ScriptInstance> instances = new HashMap<>();
    private final Map<Integer, InstancePlan> plans = new HashMap<>();
    private final List<Told> trace = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private int updates;
    private int thrown;

    World(Transport transport, NanoClock clock, Limits limits, Peers peers, PlanText text, int big) {
        this.peers = peers;
        this.text = text;
        host = ScriptHost.builder()
                .transport(transport)
                .clock(clock)
                .limits(limits)
                .policy((name, address) -> name.equals("127.0.0.2") ? Optional.of("not there") : Optional.empty())
                .onScriptError(error -> errors.add(error.located()))
                .build();
        engine = new LuaScriptEngineFactory().getScriptEngine();
        ScriptFunction tell = this::tell;
        ScriptFunction close = this::close;
        engine.put("tell", tell);
        engine.put("close_instance", close);
        engine.put("BIG", big);
        script = load();
    }

    private Script load() {
        try {
            return host.load(engine, SCRIPT, "faults.lua");
        } catch (ScriptException e) {
            throw new IllegalStateException(e);
        }
    }

    ScriptHost host() {
        return host;
    }

    List<Told> trace() {
        return trace;
    }

    void start(Plan plan) throws ScriptException {
        for (InstancePlan instance : plan.instances()) {
            start(instance, plan);
        }
    }

    void start(InstancePlan instance, Plan plan) throws ScriptException {
        int number = plans.size() + 1;
        plans.put(number, instance);
        instance.connections().forEach(connection -> tell(connection, plan));
        instance.spares().forEach(connection -> tell(connection, plan));
        host.load(engine, text.of(instance, number), "plan.lua");
        try {
            instances.put(number, script.start());
        } catch (ScriptException e) {
            if (!String.valueOf(e.getMessage()).contains("thrown on purpose")) {
                throw e;
            }
            thrown--;
            closed(number, What.CLOSED);
        }
    }

    private void tell(ConnectionPlan plan, Plan run) {
        stories.put(plan.id(), new Story(plan, run));
        peers.on(plan.target(), Part.of(plan));
    }

    void update() {
        updates++;
        host.update(0);
    }

    /** Updates in real time until it is so. */
    void run(double hz, BooleanSupplier until) {
        updates++;
        host.run(hz, () -> {
            boolean over = until.getAsBoolean();
            updates += over ? 0 : 1;
            return over;
        });
    }

    boolean isFinished() {
        return stories.values().stream().allMatch(Story::isFinished);
    }

    List<ConnectionPlan> unfinished() {
        return stories.values().stream()
                .filter(story -> !story.isFinished())
                .map(Story::plan)
                .toList();
    }

    boolean hasOpen() {
        return stories.values().stream().anyMatch(Story::isOpen);
    }

    void leave() throws ScriptException {
        for (ScriptInstance instance : List.copyOf(instances.values())) {
            if (!instance.isClosed()) {
                instance.call("leave");
            }
        }
    }

    void closeAll() {
        List.copyOf(instances.keySet()).forEach(number -> close(number, What.CLOSED_LAST));
    }

    /** After the end of all. */
    void check() {
        for (Story story : stories.values()) {
            try {
                Rules.check(story);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n  " + story.plan() + "\nin " + story.run(), e);
            }
        }
        peers.takeConnections().forEach(this::check);
        if (errors.size() != thrown || errors.stream().anyMatch(error -> !error.contains("thrown on purpose"))) {
            throw new AssertionError(thrown + " errors were thrown, reported: " + errors);
        }
        if (!host.isIdle() || !host.connections().isEmpty()) {
            throw new AssertionError("left in the host: " + host.connections());
        }
    }

    private void check(RecordedConnection connection) {
        List<Seen> seen = connection.takeAll();
        if (seen.isEmpty() || !(seen.get(0) instanceof Seen.Request request)) {
            return; // Aborted before it had asked for anything.
        }
        Story story = Objects.requireNonNull(
                stories.get(Integer.parseInt(request.target().substring(2))));
        try {
            PeerRules.check(story, seen);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\n  " + story.plan() + "\nin " + story.run() + "\n  the peer saw " + seen, e);
        }
    }

    private Object tell(@Nullable Object... arguments) {
        What what = What.valueOf(String.valueOf(arguments[0]).replace(' ', '_'));
        int id = ((Number) Objects.requireNonNull(arguments[1])).intValue();
        String words = arguments.length > 2 ? String.valueOf(arguments[2]) : "";
        int code = arguments.length > 3 && arguments[3] instanceof Number number ? number.intValue() : 0;
        thrown += what == What.DEED && words.startsWith("THROW") ? 1 : 0;
        tell(new Told(updates, what, id, words, code));
        return true;
    }

    private void tell(Told told) {
        trace.add(told);
        Objects.requireNonNull(stories.get(told.id())).add(told);
    }

    private Object close(@Nullable Object... arguments) {
        int number = ((Number) Objects.requireNonNull(arguments[0])).intValue();
        if (instances.containsKey(number)) {
            close(number, What.CLOSED);
        } else {
            host.execute(() -> close(number, What.CLOSED)); // In its init, where nobody holds it yet.
        }
        return true;
    }

    private void close(int number, What how) {
        ScriptInstance instance = instances.get(number);
        if (instance != null && !instance.isClosed()) {
            instance.close();
            if (instance.isClosed()) {
                closed(number, how);
            }
        }
    }

    private void closed(int number, What how) {
        InstancePlan plan = Objects.requireNonNull(plans.get(number));
        plan.connections().forEach(each -> tell(new Told(updates, how, each.id(), "", 0)));
        plan.spares().forEach(each -> tell(new Told(updates, how, each.id(), "", 0)));
    }

    @Override
    public void close() {
        host.abort();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(World.class.getResourceAsStream("faults.lua"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
