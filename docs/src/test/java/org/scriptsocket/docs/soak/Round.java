package org.scriptsocket.docs.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.script.ScriptFunction;

/** Some scripts with some connections each, against a server of their own; a few scripts are closed and loaded anew meanwhile. */
final class Round {

    private static final String SCRIPT = script();
    private static final int SCRIPTS = 5;
    private static final int LINES = 10;
    private static final int MOST_RELOADS = 3;
    private static final int HZ = 200;
    /** So long nothing may take. */
    private static final long LIMIT = TimeUnit.MINUTES.toNanos(2);

    private final ScriptHost host;
    private final ScriptEngine engine;
    private final Lines planned;
    private final MisbehavingServer server = MisbehavingServer.start();
    private final Map<Integer, Line> lines = new LinkedHashMap<>();
    private final Map<Integer, Account> accounts = new HashMap<>();
    private final List<ScriptInstance> running = new ArrayList<>();

    private Round(ScriptHost host, ScriptEngine engine, Lines planned) {
        this.host = host;
        this.engine = engine;
        this.planned = planned;
        ScriptFunction tell = this::tell;
        engine.put("tell", tell);
    }

    static void play(ScriptHost host, ScriptEngine engine, Lines planned, Totals totals) throws ScriptException {
        Round round = new Round(host, engine, planned);
        try {
            int reloads = round.talk();
            round.end();
            totals.round(reloads);
        } finally {
            round.server.close();
        }
        round.audit(totals);
    }

    private int talk() throws ScriptException {
        for (int i = 0; i < SCRIPTS; i++) {
            load();
        }
        int reloads = planned.random().nextInt(MOST_RELOADS + 1);
        for (int i = 0; i < reloads; i++) {
            int updates = planned.random().nextInt(HZ / 2);
            int[] left = {updates};
            run("some updates", () -> left[0]-- <= 0);
            running.remove(planned.random().nextInt(running.size())).close();
            load();
        }
        run("the end of all connections", () -> accounts.size() == lines.size());
        return reloads;
    }

    private void load() throws ScriptException {
        List<Line> more = planned.next(LINES);
        for (Line line : more) {
            lines.put(line.plan().id(), line);
            server.on(line.plan().target(), line.behaviour());
        }
        ScriptInstance instance = host.load(engine, SCRIPT, "soak.lua").start();
        running.add(instance);
        instance.call(
                "open_all",
                more.stream().map(line -> line.forScript(server.url())).toList());
    }

    private void end() {
        running.forEach(ScriptInstance::close);
        run("the end of all sockets", host::isIdle);
    }

    private void run(String what, BooleanSupplier until) {
        long begin = System.nanoTime();
        boolean[] over = {false};
        host.run(HZ, () -> {
            over[0] = until.getAsBoolean();
            return over[0] || System.nanoTime() - begin > LIMIT;
        });
        if (!over[0]) {
            throw new AssertionError("did not come: " + what + "; " + unfinished() + "\n" + host.connections());
        }
    }

    private List<Line> unfinished() {
        return lines.values().stream()
                .filter(line -> !accounts.containsKey(line.plan().id()))
                .toList();
    }

    private Object tell(@Nullable Object... told) {
        int id = ((Number) Objects.requireNonNull(told[0])).intValue();
        Account before = accounts.put(id, Account.of(told));
        if (before != null) {
            throw new IllegalStateException("a second end of " + lines.get(id) + " after " + before);
        }
        return true;
    }

    private void audit(Totals totals) {
        Map<Integer, List<Frame>> read = read();
        for (Line line : lines.values()) {
            int id = line.plan().id();
            Account account = Objects.requireNonNull(accounts.get(id));
            List<Frame> frames = read.get(id);
            try {
                Audit.check(line, account, frames);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n  " + line + "\n  " + account + "\n  read " + frames, e);
            }
            totals.line(line, account, messages(frames));
        }
    }

    private static int messages(@Nullable List<Frame> frames) {
        return frames == null
                ? 0
                : (int) frames.stream().filter(frame -> !frame.isControl()).count();
    }

    /** What the peers have read, by the number of the connection. */
    private Map<Integer, List<Frame>> read() {
        Map<Integer, List<Frame>> all = new HashMap<>();
        for (RecordedConnection connection : server.takeConnections()) {
            List<Seen> seen = connection.takeAll();
            if (!seen.isEmpty() && seen.get(0) instanceof Seen.Request request) {
                all.put(Integer.valueOf(request.target().substring(2)), frames(seen));
            }
        }
        return all;
    }

    private static List<Frame> frames(List<Seen> seen) {
        return seen.stream()
                .filter(Seen.Received.class::isInstance)
                .map(each -> ((Seen.Received) each).frame())
                .toList();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Round.class.getResourceAsStream("soak.lua"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
