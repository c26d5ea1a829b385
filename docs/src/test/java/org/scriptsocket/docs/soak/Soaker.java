package org.scriptsocket.docs.soak;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Transport;

/** One host after the other on one thread, each for some rounds, with an engine now and then. */
final class Soaker implements Callable<Integer> {

    private static final int ROUNDS_A_HOST = 4;
    private static final int ROUNDS_AN_ENGINE = 2;
    /** The second lets hardly anything wait, so that reading stops and goes on all the time. */
    private static final List<Limits> LIMITS =
            List.of(limits(), limits().with("undelivered-messages", "2").with("undelivered", "1KiB"));

    private final Transport transport;
    private final Order order;
    private final int number;
    private final int first;
    private final Order.Bound bound;
    private final Totals totals;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    /** @param first the number of its first round */
    Soaker(Transport transport, Order order, int number, int first, Order.Bound bound, Totals totals) {
        this.transport = transport;
        this.order = order;
        this.number = number;
        this.first = first;
        this.bound = bound;
        this.totals = totals;
    }

    /** How many rounds have been played until the bound was reached; at least one. */
    @Override
    public Integer call() throws ScriptException {
        int round = first;
        do {
            round = host(round);
        } while (!bound.isReached());
        return round;
    }

    private int host(int begin) throws ScriptException {
        int round = begin;
        try (ScriptHost host = newHost(begin / ROUNDS_A_HOST)) {
            ScriptEngine engine = newEngine();
            do {
                if (round % ROUNDS_AN_ENGINE == 0) {
                    engine = newEngine();
                }
                play(host, engine, round++);
            } while (!bound.isReached() && round % ROUNDS_A_HOST != 0);
        }
        return round;
    }

    private void play(ScriptHost host, ScriptEngine engine, int round) throws ScriptException {
        try {
            Round.play(host, engine, new Lines(order.seed(), number, round), totals);
            if (!errors.isEmpty()) {
                throw new AssertionError(errors.toString());
            }
        } catch (AssertionError | ScriptException | RuntimeException e) {
            throw new AssertionError(
                    e.getMessage() + "\nTo do it again: -Dsoak.seed=" + order.seed() + " -Dsoak.round=" + number + "."
                            + round,
                    e);
        }
    }

    private ScriptHost newHost(int count) {
        return ScriptHost.builder()
                .transport(transport)
                .limits(LIMITS.get(count % LIMITS.size()))
                .onScriptError(error -> errors.add(error.located()))
                .build();
    }

    private static ScriptEngine newEngine() {
        return new ScriptEngineManager().getEngineByName("lua-websocket");
    }

    private static Limits limits() {
        return Limits.standard().with("close-timeout", "2s").with("message-in", "1MiB");
    }
}
