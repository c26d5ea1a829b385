package org.scriptsocket.docs.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.script.ScriptException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** CONTRACT 5, 6 and 8 through the whole path: Lua script, engine, core, Jetty, and a server that sends each case's octets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConformanceTest {

    private final List<Family> families = Cases.all();
    private final Conversation conversation = new Conversation();
    private final ConformanceTable table = new ConformanceTable();

    @TestFactory
    Stream<DynamicContainer> conformance() {
        return families.stream()
                .map(family -> dynamicContainer(
                        family.name(),
                        family.cases().stream()
                                .map(each ->
                                        dynamicTest(each.id() + " " + each.description(), () -> check(family, each)))));
    }

    @AfterAll
    void tell() throws IOException {
        table.write();
        System.out.println(table.summary());
        conversation.close();
        conversation.assertExhausted();
    }

    @Test
    void the_families_of_the_fuzzing_server_are_all_here() {
        assertThat(families.subList(0, 8))
                .extracting(family -> family.cases().size())
                .containsExactly(16, 11, 7, 10, 20, 145, 37, 1);
        assertThat(families.subList(0, 8))
                .allSatisfy(family ->
                        assertThat(family.cases()).allMatch(each -> each.id().startsWith(number(family) + ".")));
        assertThat(families).extracting(Family::name).doesNotHaveDuplicates().hasSize(24);
    }

    @Test
    void so_are_those_of_compression_that_a_plain_offer_allows() {
        assertThat(families.subList(22, 24))
                .extracting(family -> family.cases().size())
                .containsExactly(90, 54);
    }

    @Test
    void there_are_many_more_cases_than_the_247_of_the_fuzzing_server_and_each_has_an_id() {
        List<String> ids = families.stream()
                .flatMap(family -> family.cases().stream())
                .map(Case::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(2 * 247);
    }

    private static String number(Family family) {
        return family.name().substring(0, family.name().indexOf(' '));
    }

    private void check(Family family, Case each) throws ScriptException {
        Outcome outcome = conversation.run(each);
        table.add(family, outcome);
        assertThat(outcome.problem()).as(each.id() + " " + each.description()).isEmpty();
    }
}
