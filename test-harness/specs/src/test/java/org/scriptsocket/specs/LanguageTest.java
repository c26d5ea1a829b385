package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class LanguageTest {

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    /** Runs a spec whose last test, {@code seen}, fails with what was said by {@code say}. */
    private String said(String... lines) {
        EngineExecutionResults results = runs.run(
                "local said = {}",
                "local function say(what) return function() table.insert(said, what) end end",
                String.join("\n", lines),
                "describe('seen', function() it('seen', function() error(table.concat(said, ' '), 0) end) end)");
        return Runs.failures(results).get("seen").lines().findFirst().orElseThrow();
    }

    @Test
    void hooksRunAroundEachTestFromTheOutsideInAndFromTheInsideOut() {
        assertThat(said(
                        "before_each(say('file'))",
                        "after_each(say('/file'))",
                        "describe('a', function()",
                        "  before_each(say('a1'))",
                        "  before_each(say('a2'))",
                        "  after_each(say('/a'))",
                        "  it('one', say('ONE'))",
                        "  context('b', function()",
                        "    before_each(say('b'))",
                        "    after_each(say('/b'))",
                        "    it('two', say('TWO'))",
                        "  end)",
                        "end)"))
                .isEqualTo("file a1 a2 ONE /a /file file a1 a2 b TWO /b /a /file file");
    }

    @Test
    void setupAndTeardownRunOnceForTheirBlock() {
        assertThat(said(
                        "describe('a', function()",
                        "  setup(say('setup'))",
                        "  teardown(say('teardown'))",
                        "  it('one', say('ONE'))",
                        "  describe('b', function()",
                        "    lazy_setup(say('inner'))",
                        "    strict_teardown(say('/inner'))",
                        "    it('two', say('TWO'))",
                        "  end)",
                        "end)"))
                .isEqualTo("setup ONE inner TWO /inner teardown");
    }

    @Test
    void finallyRunsAfterTheTestThatSaidItAlsoIfItFails() {
        assertThat(said(
                        "describe('a', function()",
                        "  after_each(say('after'))",
                        "  it('one', function()",
                        "    finally(say('finally'))",
                        "    say('ONE')()",
                        "    error('no')",
                        "  end)",
                        "  it('two', say('TWO'))",
                        "end)"))
                .isEqualTo("ONE finally after TWO after");
    }

    @Test
    void theBodyIsLeftOutAndTheCleaningUpDoneIfABeforeEachFails() {
        assertThat(said(
                        "describe('a', function()",
                        "  before_each(function() error('no') end)",
                        "  after_each(say('after'))",
                        "  it('one', say('ONE'))",
                        "end)"))
                .isEqualTo("after");
    }

    @Test
    void failuresOfATestAndOfItsCleaningUpAreBothShown() {
        assertThat(Runs.failure(runs.run(
                        "describe('a', function()",
                        "  after_each(function() error('second') end)",
                        "  it('one', function() error('first') end)",
                        "end)")))
                .contains("chat_spec.lua:3: first", "and then: ", "chat_spec.lua:2: second");
    }

    @Test
    void aSetupThatFailsFailsEachTestOfItsBlock() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  setup(function() error('no server') end)",
                "  it('one', function() end)",
                "  describe('b', function() it('two', function() end) end)",
                "end)",
                "describe('c', function() it('three', function() end) end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("one", "two");
        assertThat(Runs.failures(results).values()).allMatch(why -> why.contains("chat_spec.lua:2: no server"));
        assertThat(Runs.succeeded(results)).containsExactly("three");
    }

    @Test
    void aTeardownThatFailsFailsItsBlock() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  teardown(function() error('still there') end)",
                "  it('one', function() end)",
                "end)");
        assertThat(Runs.failures(results)).containsOnlyKeys("a");
        assertThat(Runs.failure(results)).contains("chat_spec.lua:2: still there");
        assertThat(Runs.succeeded(results)).containsExactly("one");
    }

    @Test
    void aFailureShowsFileLineMessageAndTraceback() {
        assertThat(Runs.failure(runs.test("local function deep()", "  error('why')", "end", "deep()")))
                .matches("""
                        (?s)\\S*chat_spec.lua:3: why
                        stack traceback:
                        \t\\S*chat_spec.lua:3: in function 'deep'
                        \t\\S*chat_spec.lua:5: in function <\\S*chat_spec.lua:1>""");
    }

    @Test
    void anErrorThatIsATableIsShownByItsOwnWords() {
        assertThat(Runs.failure(
                        runs.test("error(setmetatable({}, { __tostring = function() return 'in my words' end }))")))
                .startsWith("in my words");
        assertThat(Runs.failure(runs.test("error({})"))).startsWith("(error object is a table value)");
    }

    @Test
    void pendingEndsATestThatRunsAsAborted() {
        EngineExecutionResults results = runs.run(
                "local after = false",
                "describe('a', function()",
                "  after_each(function() after = true end)",
                "  it('one', function() pending('not today') error('never') end)",
                "  it('two', function() if not after then error('no after_each') end end)",
                "end)");
        assertThat(results.testEvents().aborted().list()).hasSize(1);
        assertThat(results.testEvents()
                        .aborted()
                        .list()
                        .get(0)
                        .getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .hasMessage("not today");
        assertThat(Runs.succeeded(results)).containsExactly("two");
    }

    @Test
    void pendingTestsDoNotRun() {
        EngineExecutionResults results = runs.run(
                "describe('a', function()",
                "  pending('one')",
                "  pending('two', function() error('never') end)",
                "  pending('three', 'not today')",
                "end)");
        assertThat(results.testEvents().skipped().list())
                .extracting(Runs::name, event -> event.getRequiredPayload(String.class))
                .containsExactly(tuple("one", "pending"), tuple("two", "pending"), tuple("three", "not today"));
        assertThat(Runs.failures(results)).isEmpty();
    }

    @Test
    void wordsOfBustedThatMeanTheSameAreThere() {
        EngineExecutionResults results = runs.run(
                "insulate('a', function() test('one', function() end) end)",
                "expose('b', function() spec('two', function() end) end)");
        assertThat(Runs.succeeded(results)).containsExactly("one", "two");
    }

    @Test
    void bodiesOfTestsDoNotRunBeforeTheirTurn() {
        EngineExecutionResults results = runs.run(
                "local ran = {}",
                "describe('a', function()",
                "  it('one', function() table.insert(ran, 1) end)",
                "  it('two', function() if #ran ~= 1 then error(#ran .. ' ran') end end)",
                "end)");
        assertThat(Runs.succeeded(results)).containsExactly("one", "two");
    }

    @Test
    void eachFileHasGlobalsOfItsOwn() {
        Path one = runs.write("one_spec.lua", "leaked = 1", "describe('a', function() it('one', function() end) end)");
        Path two = runs.write(
                "two_spec.lua",
                "describe('a', function() it('two', function() if leaked then error('leaked') end end) end)");
        EngineExecutionResults results = runs.select(selectFile(one.toFile()), selectFile(two.toFile()));
        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.succeeded(results)).containsExactly("one", "two");
    }

    @Test
    void ourOwnToolsAreNoGlobals() {
        assertThat(Runs.failures(runs.test("if specs or update then error('there') end")))
                .isEmpty();
    }

    @Test
    void namesAreTextsInAnyLanguage() {
        EngineExecutionResults results =
                runs.run("describe('größe', function() it('schließt 🚪', function() error('zu: ü') end) end)");
        assertThat(Runs.failures(results))
                .hasEntrySatisfying("schließt 🚪", why -> assertThat(why).contains("zu: ü"));
    }
}
