package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTest {

    private static final String OPEN = "local c = websocket.connect(harness.server().url)";
    private static final String CLOSE = "websocket.disconnect(c) await(c, 'disconnected')";

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    private void works(String... lines) {
        assertThat(Runs.failures(runs.test(lines))).isEmpty();
    }

    private String fails(String... lines) {
        return Runs.failure(runs.test(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jetty", "memory"})
    void eventsAreAwaitedInTheirOrderOnSocketsAndInMemory(String transport) {
        runs.with(SpecSettings.TRANSPORT, transport);
        works(
                OPEN,
                "assert(await(c, 'connected', 5000).event == websocket.EVENT_CONNECTED)",
                "for _, text in ipairs { 'one', 'two', 'three' } do websocket.send(c, text) end",
                "assert(await(c, 'message', 5000).message == 'one')",
                "assert(await(c, websocket.EVENT_MESSAGE).message == 'two')",
                "assert(await(c).message == 'three')",
                "websocket.disconnect(c)",
                "assert(await(c, websocket.EVENT_DISCONNECTED).code == 1000)");
    }

    @Test
    void anEventIsFoundByItsKindWhateverCameBeforeIt() {
        works(
                "local c = websocket.connect('ws://127.0.0.1:1')",
                "assert(await(c, 'disconnected').code == 1006)",
                "assert(await(c, 'error').message:find('^Failed to open connection'))");
    }

    @Test
    void theCallbackMayBeLeftOutAndIsCalledIfItIsThere() {
        works(
                "local seen = {}",
                "local c",
                "c = websocket.connect(harness.server().url, {}, function(self, conn, data)",
                "  assert(conn == c)",
                "  assert(type(self) == 'table')",
                "  table.insert(seen, data.event)",
                "end)",
                "await(c, 'connected')",
                CLOSE,
                "assert(table.concat(seen, ' ') == '0 1')");
    }

    @Test
    void eachConnectionHasItsOwnEvents() {
        works(
                "local url = harness.server().url",
                "local a, b = websocket.connect(url), websocket.connect(url)",
                "await(a, 'connected') await(b, 'connected')",
                "websocket.send(a, 'to a') websocket.send(b, 'to b')",
                "assert(await(b, 'message').message == 'to b')",
                "assert(await(a, 'message').message == 'to a')",
                "websocket.disconnect(a) websocket.disconnect(b)");
    }

    @Test
    void hooksMayWait() {
        assertThat(Runs.failures(runs.run(
                        "describe('a', function()",
                        "  local c",
                        "  setup(function() sleep(1) end)",
                        "  before_each(function() c = websocket.connect(harness.server().url) await(c, 'connected') end)",
                        "  after_each(function() websocket.disconnect(c) await(c, 'disconnected') end)",
                        "  teardown(function() sleep(1) end)",
                        "  it('one', function() websocket.send(c, 'x') await(c, 'message') end)",
                        "end)")))
                .isEmpty();
    }

    @Test
    void anEventThatDoesNotComeInTimeIsNamedWithWhatCameInstead() {
        assertThat(fails("harness.virtual_time()", OPEN, "await(c, 'error', 50)"))
                .contains("chat_spec.lua:4: await: no 'error' on websocket: 1 (ws://127.0.0.1:")
                .contains(" within 50 ms; what came instead: connected");
    }

    @Test
    void anEventThatCanNotComeAnyMoreFailsAtOnce() {
        assertThat(fails("local c = websocket.connect('ws://127.0.0.1:1')", "await(c, 'message')"))
                .contains("chat_spec.lua:3: await: no 'message' on websocket: 1 (ws://127.0.0.1:1) can come any more; "
                        + "what came instead: error \"Failed to open connection: ")
                .contains("\", disconnected 1006");
    }

    @Test
    void aTestThatWaitsForEverShowsWhatCameInstead() {
        String await = "await(c, 'connected') websocket.send(c, 'hi\\n') await(c, 'error')";
        assertThat(fails("harness.virtual_time()", OPEN, await))
                .contains(
                        "chat_spec.lua:4: the limit of 10000 ms has passed while waiting for 'error' on websocket: 1 (")
                .contains("; what came instead: message \"hi\\n\"")
                .contains("The last events of the connections:\nwebsocket: 1 (")
                .contains("delivered MESSAGE of 3 bytes");
    }

    @Test
    void aTestThatWaitsForEverFailsAtItsLimitWithWhatItWaitedFor() {
        runs.with(SpecSettings.LIMIT, "300");
        assertThat(fails("sleep(1e9)")).contains("chat_spec.lua:2: the limit of 300 ms has passed in sleep(");
        // Which of the two sees the limit first is a matter of chance.
        assertThat(fails("eventually(function() error('no') end)"))
                .containsAnyOf(
                        "the limit of 300 ms has passed in eventually, whose last error was: ",
                        "in function <" + runs.folder())
                .contains("chat_spec.lua:2: no");
    }

    @Test
    void aTestThatCatchesItsLimitAndWaitsAgainIsLeftBehind() {
        runs.with(SpecSettings.LIMIT, "100");
        assertThat(fails("while true do pcall(sleep, 1e9) end")).contains("the limit of 100 ms has passed in sleep(");
        assertThat(fails("while true do pcall(coroutine.yield) end")).contains("the limit of 100 ms has passed");
    }

    @Test
    void theCleaningUpHasTimeOfItsOwn() {
        runs.with(SpecSettings.LIMIT, "1000");
        assertThat(Runs.failure(runs.run(
                        "local cleaned = false",
                        "describe('a', function()",
                        "  it('one', function() finally(function() sleep(50) cleaned = true end) sleep(1e9) end)",
                        "  it('two', function() assert(cleaned) end)",
                        "end)")))
                .contains("chat_spec.lua:3: the limit of 1000 ms");
    }

    @Test
    void eventuallyTriesAgainUntilThereIsNoErrorAndTheResultIsNotFalse() {
        works(
                "local tries = 0",
                "local function third(what)",
                "  return function() tries = tries + 1 if tries % 3 ~= 0 then return what() end return tries end",
                "end",
                "assert(eventually(third(error), 5000) == 3)",
                "assert(eventually(third(function() return false end), 5000) == 6)",
                "eventually(function() end)");
    }

    @Test
    void eventuallyFailsWithItsLastError() {
        assertThat(fails(
                        "local tries = 0",
                        "eventually(function()",
                        "  tries = tries + 1",
                        "  error('still ' .. (tries > 1 and 'not' or 'never'))",
                        "end, 100)"))
                .contains("chat_spec.lua:5: still not\nstack traceback:\n");
        assertThat(fails("eventually(function() return false end, 50)"))
                .contains("chat_spec.lua:2: eventually: it returned false for 50 ms");
    }

    @Test
    void eventuallySeesWhatArrivesMeanwhile() {
        works(
                "local got",
                "local c = websocket.connect(harness.server().url, nil, function(_, _, data)",
                "  if data.event == websocket.EVENT_MESSAGE then got = data.message end",
                "end)",
                "await(c, 'connected')",
                "websocket.send(c, 'hi')",
                "eventually(function() assert(got == 'hi') end, 5000)",
                CLOSE);
    }

    @Test
    void sleepGoesByTheClock() {
        works("local before = os.clock()", "sleep(60)", "sleep(0)", "assert(os.clock() - before < 60)");
        works("local before = os.time()", "sleep(2100)", "assert(os.time() - before >= 2)");
    }

    @Test
    void anErrorInACallbackFailsTheTestAtOnce() {
        assertThat(fails(
                        "local c = websocket.connect(harness.server().url, nil, function()",
                        "  error('in the callback')",
                        "end)",
                        "await(c, 'message')"))
                .contains("chat_spec.lua:3: in the callback\nstack traceback:\n\t")
                .doesNotContain("limit");
    }

    @Test
    void anErrorInACallbackFailsItsOwnTestOnly() {
        assertThat(Runs.failures(runs.run(
                        "describe('a', function()",
                        "  it('one', function()",
                        "    local c = websocket.connect(harness.server().url, nil, function() error('mine') end)",
                        "    await(c, 'message')",
                        "  end)",
                        "  it('two', function() sleep(1) end)",
                        "end)")))
                .containsOnlyKeys("one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            await(nil, 'message')              | bad argument #1 to 'await' (a connection expected, got nil)
            await({}, 'message')               | bad argument #1 to 'await' (a connection expected, got table)
            await(c, 'opened')                 | bad argument #2 to 'await' (an event expected, got 'opened')
            await(c, 9)                        | bad argument #2 to 'await' (an event expected, got '9')
            await(c, 'message', 'x')           | bad argument #3 to 'await' (milliseconds expected, got string)
            sleep()                            | bad argument #1 to 'sleep' (milliseconds expected, got nil)
            eventually(1)                      | bad argument #1 to 'eventually' (function expected, got number)
            eventually(print, {})              | bad argument #2 to 'eventually' (milliseconds expected, got table)
            harness.advance(1)                 | harness.advance needs harness.virtual_time() before it
            finally(1)                         | finally: a function expected, got number
            websocket.connect(nil)             | bad argument #1 to 'connect' (string expected, got nil)
            websocket.connect('ws://h', {}, 1) | bad argument #3 to 'connect' (function expected, got number)
            """)
    void wrongArgumentsAreNamedWithTheLineOfTheSpec(String call, String message) {
        assertThat(fails("local c = websocket.connect('ws://127.0.0.1:1')", call))
                .contains("chat_spec.lua:3: " + message);
    }

    @Test
    void waitingInACallbackOrAnotherCoroutineIsRefused() {
        assertThat(fails("coroutine.wrap(function() sleep(1) end)()"))
                .contains("chat_spec.lua:2: 'sleep' can only be called in a test or a hook, not in a callback");
        assertThat(fails("local c = websocket.connect('ws://127.0.0.1:1', nil, function() sleep(1) end)", "await(c)"))
                .contains("chat_spec.lua:2: 'sleep' can only be called in a test or a hook, not in a callback");
    }

    @Test
    void coroutinesOfASpecWorkAsEver() {
        works(
                "local numbers = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)",
                "assert(numbers() == 1 and numbers() == 2)",
                "sleep(1)",
                "assert(numbers() == 3)");
    }

    @Test
    void connectOutsideOfTestsIsRefused() {
        assertThat(Runs.failure(runs.run("describe('a', function() websocket.connect('ws://h') end)")))
                .contains("chat_spec.lua:1: websocket.connect can only be called in a test or a hook");
    }
}
