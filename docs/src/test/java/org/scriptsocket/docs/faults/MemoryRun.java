package org.scriptsocket.docs.faults;

import java.util.List;
import javax.script.ScriptException;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;

/** Plays one plan over the in-memory transport, in virtual time. */
final class MemoryRun {

    private static final int BIG = 20_000;
    private static final int CONNECT_MILLIS = 3000;
    private static final int ROUNDS = 10;
    private static final int LOOKS = 400;

    private final ManualClock clock = new ManualClock();
    private final MemoryTransport transport = new MemoryTransport(clock);
    private final Plan plan;
    private final World world;

    private MemoryRun(Plan plan) {
        this.plan = plan;
        PlanText text = new PlanText(transport.url(), CONNECT_MILLIS);
        world = new World(transport, clock, plan.limits(), transport, text, BIG);
    }

    /** @throws AssertionError with the plan and what the script told if a rule is broken */
    static void of(Plan plan) {
        MemoryRun run = new MemoryRun(plan);
        try {
            run.play();
        } catch (AssertionError | ScriptException | RuntimeException e) {
            throw Broken.in(List.of(plan), run.world, e);
        } finally {
            run.world.close();
            run.transport.close();
        }
    }

    private void play() throws ScriptException {
        world.start(plan);
        for (Weather weather : plan.weather()) {
            clock.advance(weather.millis());
            if (weather.update()) {
                world.update();
            }
        }
        finish();
        probe();
        world.check();
        require(transport.openConnections() == 0, transport.openConnections() + " connections left in the transport");
        require(clock.waiting() == 0, clock.waiting() + " timers left");
    }

    private void finish() throws ScriptException {
        settle();
        for (int i = 0; i < ROUNDS && plan.leaves() && world.hasOpen(); i++) {
            world.leave();
            settle();
        }
        world.closeAll();
        for (int i = 0; i < LOOKS && !world.host().isIdle(); i++) {
            pass(50);
        }
        clock.runDue();
    }

    private void settle() {
        for (int i = 0; i < LOOKS && !world.isFinished(); i++) {
            pass(i < 50 ? 1 : 50);
        }
        require(world.isFinished(), "these do not come to an end: " + world.unfinished());
    }

    private void pass(int millis) {
        clock.advance(millis);
        world.update();
    }

    /** Any byte that is still counted as undelivered would stop this one where a limit is tight. */
    private void probe() throws ScriptException {
        world.start(Probe.of(plan), plan);
        finish();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
