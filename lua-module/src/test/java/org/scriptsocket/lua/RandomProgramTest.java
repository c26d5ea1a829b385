package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Set;
import javax.script.Compilable;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptError;
import org.scriptsocket.lua.vm.LuaError;

/**
 * Random programs in the sandbox: each ends as a result, as an error of Lua or by a budget, never as another exception of Java, and the
 * engines beside it live on. {@code -Dprograms.seed=N -Dprograms.count=M} runs others, or one again.
 */
class RandomProgramTest {

    private static final long SEED = Long.getLong("programs.seed", 1);
    private static final int COUNT = Integer.getInteger("programs.count", 400);
    private static final int BATCH = 50;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Compilable PARSER = (Compilable) new LuaScriptEngineFactory().getScriptEngine();
    private static final LuaSandbox SANDBOX = LuaSandbox.restricted()
            .withInstructions(100_000)
            .withMemory(16 << 20)
            .withTime(Duration.ofMillis(500));

    @Test
    void eachEndsWithinItsBudgetAndHarmsNobody() throws Exception {
        int errors = 0;
        int ended = 0;
        for (int first = 0; first < COUNT; first += BATCH) {
            try (Arena arena = new Arena(SANDBOX)) {
                for (int i = first; i < Math.min(COUNT, first + BATCH); i++) {
                    Outcome outcome = run(arena, SEED + i);
                    errors += outcome.errors().isEmpty() ? 0 : 1;
                    ended += outcome.errors().stream().anyMatch(ScriptError::ended) ? 1 : 0;
                }
                assertThat(arena.neighboursLive())
                        .as("the neighbours of the programs from seed %d on live", SEED + first)
                        .isTrue();
            }
        }
        // Programs that all fail at once would show nothing.
        assertThat(errors).isLessThan(COUNT);
        assertThat(COUNT < BATCH || ended > 0).isTrue();
    }

    private static Outcome run(Arena arena, long seed) {
        String program = RandomProgram.of(seed);
        try {
            PARSER.compile(program);
            StringWriter output = new StringWriter();
            Outcome outcome = assertTimeoutPreemptively(LIMIT, () -> arena.run(program, "program.lua", output));
            assertThat(output.toString().lines().filter(line -> line.contains(RandomProgram.ALARM)))
                    .isEmpty();
            assertThat(outcome.errors()).allMatch(RandomProgramTest::isOfLua);
            return outcome;
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed + ":\n" + program, e);
        }
    }

    /** Whether it is none that Java's own code has thrown by mistake. */
    private static boolean isOfLua(ScriptError error) {
        for (Throwable each = error.cause(); each != null; each = each.getCause()) {
            if (ours(each)) {
                continue;
            }
            if (!BOUNDS.contains(each.getClass())) {
                return false;
            }
        }
        return true;
    }

    private static final Set<Class<?>> BOUNDS = Set.of(StackOverflowError.class);

    private static boolean ours(Throwable thrown) {
        return thrown instanceof LuaError || thrown instanceof BudgetSpent || thrown instanceof LuaScriptException;
    }
}
