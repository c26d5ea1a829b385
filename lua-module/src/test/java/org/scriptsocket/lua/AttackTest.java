package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile scripts against the sandbox. Each says what it must end as; the engines beside it must not notice. {@code -Dattack=text} runs only
 * those with that text in their name.
 */
class AttackTest {

    /** Bounds that are soon reached: all the scripts are to take half a minute. */
    private static final LuaSandbox SANDBOX = LuaSandbox.restricted()
            .withInstructions(400_000)
            .withMemory(8 << 20)
            .withString(4 << 20);

    private static final Pattern LIFECYCLE = Pattern.compile("function (init|update|final)|^tostring =");
    private static final int EACH = 7;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Stream<Attack> attacks() {
        String only = System.getProperty("attack", "");
        return Attack.GROUPS.stream()
                .flatMap(Attack::all)
                .filter(attack -> attack.name().contains(only));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void endsAsItMustAndNobodyElseNotices(Attack attack) {
        check(attack, arena -> arena.run(attack.source(), "attack.lua"));
    }

    /** Some of those that do all they do at once, and change nothing for the library, which is the engine's own. */
    static Stream<Attack> evaluations() {
        AtomicInteger count = new AtomicInteger();
        return attacks()
                .filter(attack -> !LIFECYCLE.matcher(attack.source()).find())
                .filter(attack -> count.getAndIncrement() % EACH == 0);
    }

    @ParameterizedTest
    @MethodSource("evaluations")
    void soDoesAnEvaluationWithBindingsOfItsOwn(Attack attack) {
        check(attack, arena -> arena.eval(attack.source(), "attack.lua"));
    }

    /** What has to be over soon has little time; what has to come to its end has plenty, however busy the machine is. */
    private static LuaSandbox sandbox(Attack attack) {
        return SANDBOX.withTime(attack.mayRunOut() ? Duration.ofMillis(300) : Duration.ofSeconds(20));
    }

    private static void check(Attack attack, Function<Arena, Outcome> run) {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (Arena arena = new Arena(sandbox(attack))) {
                Outcome outcome = run.apply(arena);
                assertThat(attack.allows(outcome))
                        .as("%s must be %s, but was %s", attack, attack.ends(), outcome)
                        .isTrue();
                assertThat(arena.neighboursLive())
                        .as("%s: the neighbours live", attack)
                        .isTrue();
            }
        });
    }

    @Test
    void thereAreEnoughOfEachGroup() {
        assertThat(Attack.GROUPS)
                .allSatisfy(group -> assertThat(Attack.all(group)).hasSizeGreaterThan(10));
    }
}
