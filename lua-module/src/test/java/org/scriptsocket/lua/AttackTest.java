package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile scripts against the sandbox. Each says what it must end as; the engines beside it must not notice. {@code -Dattack=text} runs only
 * those with that text in their name.
 */
class AttackTest {

    private static final LuaSandbox SANDBOX =
            LuaSandbox.restricted().withInstructions(2_000_000).withString(8 << 20);
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
        assertTimeoutPreemptively(LIMIT, () -> {
            try (Arena arena = new Arena(SANDBOX)) {
                Outcome outcome = arena.run(attack.source(), "attack.lua");
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
