package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What servers expect by pattern and by function. */
class ExpectingTest {

    /** Where the server plays its part. */
    enum Where {
        JETTY,
        MEMORY,
        VIRTUAL
    }

    private Runs runs = new Runs(Path.of("."));

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    /** A spec whose server does the one on line 3, and whose client sends {@code join Ann}; it gets {@code welcome} if that was wanted. */
    private Runs on(Where where) {
        return where == Where.VIRTUAL
                ? runs
                : runs.with(SpecSettings.TRANSPORT, where.name().toLowerCase(Locale.ROOT));
    }

    private static String[] talk(Where where, String expecting, String end) {
        return Stream.of(
                        where == Where.VIRTUAL ? "harness.virtual_time()" : "",
                        "harness.server():on('/'):" + expecting + ":send('welcome')",
                        "local c = websocket.connect(harness.last, {timeout = 9000}) await(c, 'connected')",
                        "websocket.send(c, 'join Ann', {type = websocket.DATA_TYPE_TEXT})",
                        end)
                .map(line -> line.replace("harness.server():on", "local s = harness.server() s:on")
                        .replace("harness.last", "s.url"))
                .toArray(String[]::new);
    }

    private static final String WELCOME = "await(c, 'message') websocket.disconnect(c)";
    private static final String REFUSED = "assert(await(c, 'disconnected').code == 1008)";

    @ParameterizedTest
    @EnumSource
    void aPatternIsMet(Where where) {
        assertThat(Runs.failures(on(where).test(talk(where, "expect_match('^join %a+$')", WELCOME))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPatternIsNotMet(Where where) {
        assertThat(Runs.failure(on(where).test(talk(where, "expect_match('^join %d')", REFUSED))))
                .startsWith("expected TEXT that matches \"^join %d\" on / (connection 1), but got TEXT 8 \"join Ann\"");
    }

    @Test
    void aPatternForBytesIsNotMetByText() {
        assertThat(Runs.failure(runs.test(talk(Where.JETTY, "expect_match('join', 'binary')", REFUSED))))
                .startsWith("expected BINARY that matches \"join\" on / (connection 1), but got TEXT");
    }

    @Test
    void aPatternThatIsNoneIsAnErrorInItsLine() {
        assertThat(Runs.failure(runs.test(talk(Where.JETTY, "expect_match('[')", REFUSED))))
                .contains("chat_spec.lua:3: malformed pattern");
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionWantsTheMessage(Where where) {
        for (String body : new String[] {
            "return message:find('Ann') and type == 'text'", "assert.equal('join Ann', message)",
        }) {
            assertThat(Runs.failures(
                            on(where).test(talk(where, "expect(function(message, type) " + body + " end)", WELCOME))))
                    .as(body)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionDoesNotWantTheMessage(Where where) {
        assertThat(Runs.failure(on(where)
                        .test(talk(where, "expect(function(message) return message:find('Bob') end)", REFUSED))))
                .contains("chat_spec.lua:3 wants on / (connection 1), but got TEXT 8 \"join Ann\"");
    }

    @ParameterizedTest
    @EnumSource
    void whatAFunctionRaisesIsShown(Where where) {
        assertThat(Runs.failure(on(where)
                        .test(talk(where, "expect(function(message) assert.equal('Bob', message) end)", REFUSED))))
                .contains("chat_spec.lua:3 wants on / (connection 1), but got TEXT 8 \"join Ann\"")
                .contains("and then: ")
                .contains("chat_spec.lua:3: Expected objects to be equal.");
    }

    @Test
    void aFunctionThatDoesNotEndFailsTheTest() {
        runs.with(SpecSettings.LIMIT, "3000");
        assertThat(Runs.failure(runs.test(talk(Where.VIRTUAL, "expect(function() while true do end end)", REFUSED))))
                .contains("chat_spec.lua:3: the limit of 3000 ms has passed in code that never waits");
    }

    @Test
    void aFunctionIsAskedAfterTheTestToo() {
        assertThat(Runs.failure(
                        runs.test(talk(Where.JETTY, "expect(function() return false end)", "websocket.disconnect(c)"))))
                .contains("chat_spec.lua:3 wants on / (connection 1), but got TEXT 8");
    }
}
