package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** One evaluation of a spec, with an engine, a host and servers of its own; for one thread. */
final class SpecWorld implements AutoCloseable {

    private final SpecScript script;
    private final long limitMillis;
    private final SpecClock clock = new SpecClock();
    private final CallbackErrors errors = new CallbackErrors();
    private final Unit unit = new Unit();
    private final SpecLoop loop = new SpecLoop(clock, unit, errors);
    private final SpecNet net;
    private final SpecPeers peers;
    private final Questions questions;
    private final SpecServers servers;
    private final ScriptHost host;
    private final SpecEngine engine;
    private final Leftovers leftovers;

    SpecWorld(SpecScript script, Settings settings, Sockets sockets) {
        this.script = script;
        limitMillis = settings.limitMillis();
        net = new SpecNet(clock, sockets, "memory".equals(settings.transport()));
        peers = new SpecPeers(net::listen);
        host = ScriptHost.builder()
                .settings(settings.host())
                .transport(net)
                .clock(clock)
                .onScriptError(errors)
                .observer(loop)
                .build();
        questions = new Questions(this::onSpec, this::wants);
        servers = new SpecServers(peers, questions);
        LuaTable harness = new LuaTable();
        servers.install(harness);
        engine = new SpecEngine(host, script, functions(), harness, limitMillis);
        leftovers = new Leftovers(host, engine, loop, clock, peers);
    }

    /** What our scripts know of Java. */
    private LuaTable functions() {
        LuaTable specs = new LuaTable();
        specs.set("file", Texts.of(script.name()));
        specs.set("limit", LuaValue.valueOf((double) limitMillis));
        LibraryFunction.define(specs, "now", args -> LuaValue.valueOf(clock.millis()));
        LibraryFunction.define(specs, "real_now", args -> LuaValue.valueOf(System.nanoTime() / 1e6));
        LibraryFunction.define(specs, "virtual", args -> LuaValue.valueOf(clock.isVirtual()));
        LibraryFunction.define(specs, "set_virtual", args -> {
            clock.virtual(args.arg1().toboolean());
            return LuaValue.NONE;
        });
        LibraryFunction.define(specs, "callback_error", args -> callbackError());
        LibraryFunction.define(specs, "overrun", args -> overrun());
        LibraryFunction.define(specs, "report", args -> {
            unit.stands(
                    args.arg1().todouble(), args.arg(2).toboolean(), args.arg(3).toboolean());
            return LuaValue.NONE;
        });
        LibraryFunction.define(specs, "over", args -> {
            unit.over(args.arg1().checktable(), args.arg(2));
            return LuaValue.NONE;
        });
        return specs;
    }

    private Varargs callbackError() {
        ScriptError error = errors.next();
        return error == null
                ? LuaValue.NIL
                : LuaValue.varargsOf(Texts.of(error.located()), Texts.of(error.traceback()));
    }

    private Varargs overrun() {
        Overrun last = errors.takeOverrun();
        return last == null ? LuaValue.NIL : LuaValue.varargsOf(Texts.of(last.located()), Texts.of(last.traceback()));
    }

    /** Evaluates the file; what is wrong with it is among the nodes. */
    SpecNode evaluate() {
        try {
            return SpecNode.of(engine.evaluate(script.text()));
        } catch (Overrun e) {
            return SpecNode.broken(script.name(), "ends when it is evaluated", e.line(), e.located());
        }
    }

    private void onSpec(Runnable task) {
        try {
            host.execute(task);
        } catch (RejectedExecutionException e) {
            questions.close();
        }
    }

    private boolean wants(LuaFunction function, Frame message, List<String> complaints) {
        try {
            LuaTable answer = engine.wants(function, message);
            if (!answer.get("message").isnil()) {
                complaints.add(Texts.withCalls(answer.get("message"), answer.get("traceback")));
            }
            return answer.get("met").toboolean();
        } catch (Overrun e) {
            complaints.add(e.located());
            return false;
        }
    }

    /** What there is before a test or a block begins. */
    Leftovers.Mark mark() {
        return leftovers.mark();
    }

    /**
     * Runs a test with its hooks.
     *
     * @param line where it is said to be gone, if the file does not declare it this time
     * @throws SpecFailure if it fails or leaves something behind
     * @throws PendingException if it gives up
     */
    void test(LuaString key, int line) {
        Leftovers.Mark before = mark();
        servers.beginTest();
        run("begin_test", key, LuaValue.valueOf(line));
        conclude(before);
        if (unit.pending() != null) {
            throw new PendingException(unit.pending());
        }
    }

    /** Runs the {@code setup} of a block; if it fails, the tests of the block fail by it. */
    void setUp(LuaString key) {
        run("begin_setup", key);
        if (!unit.failures().isEmpty()) {
            engine.call("break_block", key, Texts.of(String.join("\n\nand then: ", unit.failures())));
        }
    }

    /**
     * Runs the {@code teardown} of a block.
     *
     * @throws SpecFailure if it fails, or the block leaves something behind
     */
    void tearDown(LuaString key, Leftovers.Mark before) {
        run("begin_teardown", key);
        conclude(before);
    }

    private void run(String begin, LuaValue... arguments) {
        unit.begin();
        engine.call(begin, arguments);
        loop.run(host, unit::isOver, Double.POSITIVE_INFINITY);
    }

    private void conclude(Leftovers.Mark before) {
        List<String> failures = new ArrayList<>(unit.failures());
        String events = FlightText.of(host.flightRecorder(), leftovers.names(before));
        failures.addAll(leftovers.connections(before, failures.isEmpty()));
        List<String> late = errors.takeAll();
        if (failures.isEmpty()) {
            failures.addAll(late);
        }
        failures.addAll(servers.unmet(before.peers()));
        failures.addAll(leftovers.servers(before));
        if (!failures.isEmpty()) {
            throw SpecFailure.of(failures, events);
        }
    }

    @Override
    public void close() {
        questions.close();
        servers.close();
        host.abort();
        clock.manual().runDue();
        leftovers.servers(Leftovers.Mark.NONE);
        net.close();
    }
}
