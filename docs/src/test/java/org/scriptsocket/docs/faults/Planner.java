package org.scriptsocket.docs.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;

/** Makes a plan of a seed and a number, always the same one. Thread-safe. */
final class Planner {

    private final long seed;
    private final boolean sockets;
    private final List<Coverage.Pair> pairs;
    /** Of the plan that is being made. */
    private Random random = new Random(0);

    private int lastId;
    private int lead;

    Planner(long seed, boolean sockets) {
        this.seed = seed;
        this.sockets = sockets;
        pairs = Coverage.pairs(sockets);
    }

    /** @param leads how many pairs are taken in order; the others are random */
    synchronized Plan plan(int number, int leads) {
        random = new Random(seed * 31 + number * 0x9E3779B97F4A7C15L);
        random.nextLong();
        lastId = number * 100;
        lead = number * leads;
        List<InstancePlan> instances = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            instances.add(instance(next()));
        }
        if (random.nextInt(3) == 0) {
            instances.add(instance(any()));
        }
        return new Plan(seed, number, limits(), instances, weather(), random.nextBoolean());
    }

    private Coverage.Pair next() {
        // With few runs, a stride that has no divisor in common with the number of pairs spreads them over all faults.
        return pairs.get((int) (lead++ * (sockets ? 1009L : 1L) % pairs.size()));
    }

    private Coverage.Pair any() {
        return pairs.get(random.nextInt(pairs.size()));
    }

    private InstancePlan instance(Coverage.Pair first) {
        List<ConnectionPlan> connections = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        connections.add(connection(first));
        if (!first.moment().isEvent()) {
            actions.add(action(first));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            connections.add(connection(any()));
        }
        for (int i = random.nextInt(4) - 2; i > 0; i--) {
            Coverage.Pair pair = any();
            if (!pair.moment().isEvent()) {
                actions.add(action(pair));
            }
        }
        return new InstancePlan(connections, List.of(connection(any()), connection(any())), actions);
    }

    private ConnectionPlan connection(Coverage.Pair pair) {
        int id = ++lastId;
        List<Said> says = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            says.add(said(id, says.size()));
        }
        int at = random.nextInt(says.size());
        if (pair.fault() instanceof StreamFault stream && stream.place() == StreamFault.Place.IN_A_MESSAGE) {
            says.set(at, says.get(at).asFragmentedText());
        }
        return new ConnectionPlan(id, pair.fault(), says, at, actions(pair));
    }

    private List<Action> actions(Coverage.Pair pair) {
        List<Action> actions = new ArrayList<>();
        if (pair.moment().isEvent()) {
            actions.add(action(pair));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Coverage.Pair other = any();
            if (other.moment().isEvent()) {
                actions.add(action(other));
            }
        }
        return actions;
    }

    private Action action(Coverage.Pair pair) {
        int number = pair.moment().isCounted() ? 1 + random.nextInt(3) : 0;
        return new Action(pair.moment(), number, pair.deed());
    }

    private Said said(int id, int number) {
        String text = "message " + number + " of " + id + " \u00FC\u20AC";
        int length = switch (random.nextInt(6)) {
            case 0 -> 200;
            case 1 -> sockets ? 50_000 : 5_000;
            default -> 0;
        };
        String filled = text + Character.toString('a' + random.nextInt(26)).repeat(length);
        int fragments = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
        int pause = random.nextInt(3) == 0 ? random.nextInt(sockets ? 8 : 40) : 0;
        return new Said(filled, random.nextBoolean(), fragments, pause);
    }

    /** Small ones in part of the runs, so that back-pressure is crossed with all the rest. */
    private Limits limits() {
        Limits limits = Limits.standard()
                .with(Limit.CLOSE_TIMEOUT, sockets ? 300 : 3000)
                .with(Limit.WRITE_TIMEOUT, sockets ? 500 : 10_000)
                .with(Limit.MESSAGE_IN, 1 << 20);
        return switch (random.nextInt(6)) {
            case 0 -> limits.with(Limit.UNDELIVERED_MESSAGES, 2).with(Limit.UNSENT, 100);
            case 1 -> limits.with(Limit.UNDELIVERED, 64).with(Limit.UNDELIVERED_MESSAGES, 1);
            case 2 -> limits.with(Limit.HOST_BUFFERS, 1);
            case 3 -> limits.with(Limit.HOST_BUFFERS, 64).with(Limit.UNSENT, 1).with(Limit.UNDELIVERED, 1);
            case 4 -> limits.with(Limit.CONNECTIONS, 2);
            default -> limits;
        };
    }

    private List<Weather> weather() {
        int[] times = {0, 0, 0, 1, 5, 20, 100, 1000, 5000, 20_000};
        List<Weather> all = new ArrayList<>();
        for (int i = random.nextInt(16); i > 0; i--) {
            all.add(new Weather(times[random.nextInt(times.length)], random.nextInt(4) != 0));
        }
        return all;
    }
}
