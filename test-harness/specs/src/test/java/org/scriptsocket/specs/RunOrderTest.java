package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.server.MisbehavingServer;

class RunOrderTest {

    private Runs runs;
    private Path folder;

    @BeforeEach
    void begin(@TempDir Path written) {
        folder = written;
        runs = new Runs(folder);
    }

    private EngineExecutionResults all() {
        return runs.select(selectDirectory(folder.toFile()));
    }

    /** Two files whose tests wait for a word that comes when both are connected. */
    private void meet(MisbehavingServer server, Gate gate) {
        server.otherwise(Behaviour.accept().await(gate).send("go").close(1000, ""));
        for (String name : new String[] {"one", "two"}) {
            runs.write(
                    name + "_spec.lua",
                    "describe('" + name + "', function() it('" + name + " meets', function()",
                    "  assert(await(websocket.connect('" + server.url() + "'), 'message').message == 'go')",
                    "end) end)");
        }
    }

    @Test
    void filesRunAtTheSameTimeIfThatIsAskedFor() {
        runs.with(SpecSettings.PARALLEL, "true")
                .with(SpecSettings.PARALLEL_CONFIG + "strategy", "fixed")
                .with(SpecSettings.PARALLEL_CONFIG + "fixed.parallelism", "2");
        try (MisbehavingServer server = MisbehavingServer.start()) {
            Gate gate = new Gate();
            meet(server, gate);
            CompletableFuture<EngineExecutionResults> results = CompletableFuture.supplyAsync(this::all);
            server.takeConnection();
            server.takeConnection();
            gate.open();
            assertThat(Runs.failures(results.join())).isEmpty();
            assertThat(Runs.succeeded(results.join())).hasSize(2);
        }
    }

    @Test
    void filesRunOneAfterTheOtherUnlessParallelIsAskedFor() {
        for (String name : new String[] {"one", "two"}) {
            runs.write(
                    name + "_spec.lua",
                    "describe('" + name + "', function() it('sleeps', function() sleep(50) end) end)");
        }
        assertThat(all().containerEvents().list().stream()
                        .filter(event -> event.getTestDescriptor() instanceof FileDescriptor)
                        .map(event -> event.getTestDescriptor().getDisplayName().replaceAll(".*/", "") + " "
                                + event.getType()))
                .containsExactly(
                        "one_spec.lua STARTED",
                        "one_spec.lua FINISHED",
                        "two_spec.lua STARTED",
                        "two_spec.lua FINISHED");
    }

    @Test
    void aFileRunsOnOneThreadInItsOrder() {
        for (int file = 0; file < 4; file++) {
            runs.write(
                    "f" + file + "_spec.lua",
                    "describe('a', function()",
                    "  for i = 1, 3 do it('test ' .. i, function() sleep(1) end) end",
                    "end)");
        }
        Map<String, Set<Thread>> threads = new ConcurrentHashMap<>();
        Map<String, List<String>> names = new ConcurrentHashMap<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                if (test.isTest()) {
                    String file = test.getUniqueIdObject().getSegments().get(1).getValue();
                    threads.computeIfAbsent(file, key -> new HashSet<>()).add(Thread.currentThread());
                    names.computeIfAbsent(file, key -> new ArrayList<>()).add(test.getDisplayName());
                }
            }
        };
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(folder.toFile()))
                .configurationParameter(SpecSettings.PARALLEL, "true")
                .build();
        LauncherFactory.create().execute(request, listener);
        assertThat(threads).hasSize(4);
        assertThat(threads.values()).allMatch(some -> some.size() == 1);
        assertThat(names.values()).allMatch(some -> some.equals(List.of("test 1", "test 2", "test 3")));
    }

    private void manyTests() {
        for (String file : new String[] {"a", "b", "c"}) {
            runs.write(
                    file + "_spec.lua",
                    "for _, block in ipairs { 'x', 'y', 'z' } do",
                    "  describe(block, function()",
                    "    for i = 1, 5 do it('" + file + " ' .. block .. ' ' .. i, function() end) end",
                    "  end)",
                    "end");
        }
    }

    private List<String> order(String seed) {
        EngineExecutionResults results =
                new Runs(folder).with(SpecSettings.SEED, seed).select(selectDirectory(folder.toFile()));
        assertThat(Runs.failures(results)).isEmpty();
        return Runs.succeeded(results);
    }

    @Test
    void aSeedMakesAnOrderThatIsTheSameEachTime() {
        manyTests();
        List<String> plain = Runs.succeeded(all());
        assertThat(plain).hasSize(45).startsWith("a x 1", "a x 2", "a x 3");
        assertThat(order("1")).isEqualTo(order("1")).isNotEqualTo(order("2")).isNotEqualTo(plain);
        assertThat(order("1")).containsExactlyInAnyOrderElementsOf(plain);
    }

    @Test
    void theOrderInAFileIsTheSameWhateverElseRuns() {
        manyTests();
        List<String> whole =
                order("7").stream().filter(name -> name.startsWith("b")).toList();
        EngineExecutionResults alone = runs.with(SpecSettings.SEED, "7")
                .select(selectFile(folder.resolve("b_spec.lua").toFile()));
        assertThat(Runs.succeeded(alone)).isEqualTo(whole);
    }

    @Test
    void aRandomOrderHasASeedThatIsPublishedAndShownWhereATestFails() {
        manyTests();
        runs.write("d_spec.lua", "describe('d', function() it('fails', function() error('why') end) end)");
        runs.with(SpecSettings.RANDOM, "true");
        EngineExecutionResults results = all();
        String seed = results.allEvents()
                .reportingEntryPublished()
                .list()
                .get(0)
                .getRequiredPayload(ReportEntry.class)
                .getKeyValuePairs()
                .get(SpecSettings.SEED);
        assertThat(Runs.failure(results)).endsWith("(random order: " + SpecSettings.SEED + "=" + seed + ")");
        List<String> again =
                Runs.succeeded(new Runs(folder).with(SpecSettings.SEED, seed).select(selectDirectory(folder.toFile())));
        assertThat(again).isEqualTo(Runs.succeeded(results));
    }

    @Test
    void inTheOrderOfTheFileThereIsNoSeed() {
        runs.write("d_spec.lua", "describe('d', function() it('fails', function() error('why') end) end)");
        EngineExecutionResults results = all();
        assertThat(results.allEvents().reportingEntryPublished().count()).isZero();
        assertThat(Runs.failure(results)).doesNotContain("random");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scriptsocket.specs.limit    | soon  | scriptsocket.specs.limit: a whole number expected, got 'soon'
            scriptsocket.specs.limit    | 0     | scriptsocket.specs.limit: at least 1 expected, got 0
            scriptsocket.specs.seed     | 1.5   | scriptsocket.specs.seed: a whole number expected, got '1.5'
            scriptsocket.specs.random   | maybe | scriptsocket.specs.random: true or false expected, got 'maybe'
            scriptsocket.specs.parallel | 4     | scriptsocket.specs.parallel: true or false expected, got '4'
            """)
    void aWrongSettingIsNamed(String parameter, String value, String message) {
        runs.with(parameter, value);
        assertThatThrownBy(this::all).hasRootCauseMessage(message);
    }

    @Test
    void aTransportThatIsNotThereIsNamed() {
        assertThat(Runs.failure(
                        runs.with(SpecSettings.TRANSPORT, "pigeon").test("websocket.connect('ws://127.0.0.1:1')")))
                .contains("chat_spec.lua:2: No WebSocket transport named 'pigeon' was found");
    }

    @Test
    void inMemoryNoSocketsAreNeeded() {
        EngineExecutionResults results = runs.with(SpecSettings.TRANSPORT, "memory")
                .test(
                        "local server = harness.server()",
                        "assert(server.url == 'ws://127.0.0.1:10001')",
                        "local c = websocket.connect(server.url)",
                        "await(c, 'connected')",
                        "sleep(1)",
                        "websocket.disconnect(c)");
        assertThat(Runs.failures(results)).isEmpty();
    }
}
