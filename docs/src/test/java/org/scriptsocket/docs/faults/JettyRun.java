package org.scriptsocket.docs.faults;

import java.util.List;
import java.util.function.BooleanSupplier;
import javax.script.ScriptException;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.NanoClock;

/** Plays plans over Jetty, all at once in one host, with the limits of the first one. */
final class JettyRun {

    private static final int BIG = 200_000;
    private static final int CONNECT_MILLIS = 20_000;
    private static final int ROUNDS = 10;
    private static final double HZ = 250;

    private final List<Plan> plans;
    private final World world;

    private JettyRun(List<Plan> plans, Transport transport, MisbehavingServer server) {
        this.plans = plans;
        PlanText text = new PlanText(server.url(), CONNECT_MILLIS);
        world = new World(transport, NanoClock.system(), plans.get(0).limits(), server, text, BIG);
    }

    static void of(List<Plan> plans, Transport transport) {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            JettyRun run = new JettyRun(plans, transport, server);
            try {
                run.play();
            } catch (AssertionError | ScriptException | RuntimeException e) {
                throw Broken.in(plans, run.world, e);
            } finally {
                run.world.close();
            }
        }
    }

    private void play() throws ScriptException {
        for (Plan plan : plans) {
            world.start(plan);
            world.update();
        }
        finish();
        world.start(Probe.of(plans.get(0)), plans.get(0));
        finish();
        world.check();
    }

    private void finish() throws ScriptException {
        pump("all that ends by itself", world::isFinished);
        for (int i = 0; i < ROUNDS && plans.get(0).leaves() && world.hasOpen(); i++) {
            world.leave();
            pump("all that ends by itself", world::isFinished);
        }
        world.closeAll();
        pump("the end of the sockets", world.host()::isIdle);
    }

    private void pump(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        world.run(HZ, () -> condition.getAsBoolean() || isLate(begin));
        if (!condition.getAsBoolean()) {
            throw new AssertionError("did not come: " + what + "; unfinished " + world.unfinished() + "; the host has "
                    + world.host().connections());
        }
    }

    private static boolean isLate(long begin) {
        return System.nanoTime() - begin > EventQueue.LIMIT.toNanos();
    }
}
