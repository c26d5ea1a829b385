package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class DiscoveryTest {

    private static final String CHAT = "org/scriptsocket/specs/named/chat_spec.lua";
    private static final String[] ALL = {"opens #slow", "says why", "counts"};

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    private List<String> ran(DiscoverySelector... selectors) {
        EngineExecutionResults results = runs.select(selectors);
        assertThat(Runs.failures(results)).isEmpty();
        return Runs.succeeded(results);
    }

    private Path two() {
        return runs.write(
                "two_spec.lua",
                "describe('a', function()",
                "  it('one', function()",
                "  end)",
                "",
                "  it(",
                "    'two',",
                "    function() end)",
                "end)",
                "describe('b', function() it('one', function() end) end)");
    }

    @Test
    void theEngineIsFoundByItsService() {
        assertThat(ServiceLoader.load(TestEngine.class))
                .extracting(TestEngine::getId)
                .contains("scriptsocket-lua");
    }

    @Test
    void aResourceOnTheClassPathIsFound() {
        assertThat(ran(selectClasspathResource(CHAT))).containsExactly(ALL);
        assertThat(ran(selectClasspathResource("/" + CHAT))).containsExactly(ALL);
    }

    @Test
    void aLineOfAResourceIsFound() {
        assertThat(ran(selectClasspathResource(CHAT, FilePosition.from(5)))).containsExactly("says why");
        assertThat(ran(selectUri("classpath:/" + CHAT + "?line=10"))).containsExactly("counts");
    }

    @Test
    void aFileIsFound() {
        assertThat(ran(selectFile(two().toFile()))).containsExactly("one", "two", "one");
    }

    @Test
    void aFileOfAnotherEndingIsFoundIfItIsNamed() {
        Path file = runs.write("chat.lua", "describe('a', function() it('one', function() end) end)");
        assertThat(ran(selectFile(file.toFile()))).containsExactly("one");
        assertThat(ran(selectDirectory(runs.folder().toFile()))).isEmpty();
    }

    @Test
    void whatIsNoScriptIsLeftToOthers() {
        assertThat(ran(selectFile(runs.write("chat_spec.txt", "").toFile()))).isEmpty();
        assertThat(ran(selectUri(URI.create("https://127.0.0.1/chat_spec.lua"))))
                .isEmpty();
    }

    @Test
    void aDirectoryIsSearchedToItsBottomByName() {
        runs.write("b_spec.lua", "describe('b', function() it('second', function() end) end)");
        runs.write("a/deep/a_spec.lua", "describe('a', function() it('first', function() end) end)");
        runs.write("c.lua", "error('no spec')");
        assertThat(ran(selectDirectory(runs.folder().toFile()))).containsExactly("first", "second");
    }

    @Test
    void aUriIsFoundAndItsLineChoosesATestWhereverInIt() {
        URI uri = two().toUri();
        assertThat(ran(selectUri(uri))).hasSize(3);
        for (int line : new int[] {2, 3}) {
            assertThat(ran(selectUri(uri + "?line=" + line))).containsExactly("one");
        }
        for (int line : new int[] {5, 6, 7}) {
            assertThat(ran(selectUri(uri + "?line=" + line))).containsExactly("two");
        }
    }

    @Test
    void aLineOutsideOfTestsChoosesItsBlock() {
        assertThat(ran(selectUri(two().toUri() + "?line=4"))).containsExactly("one", "two");
        assertThat(ran(selectUri(two().toUri() + "?line=100"))).hasSize(3);
    }

    @Test
    void aUniqueIdIsFoundAtEachLevel() {
        UniqueId file = UniqueId.forEngine("scriptsocket-lua")
                .append("file", two().toString().replace('\\', '/'));
        assertThat(ran(selectUniqueId(file))).hasSize(3);
        assertThat(ran(selectUniqueId(file.append("describe", "a")))).containsExactly("one", "two");
        assertThat(ran(selectUniqueId(file.append("describe", "a").append("it", "two"))))
                .containsExactly("two");
    }

    @Test
    void aUniqueIdOfNothingIsNamed() {
        UniqueId gone = UniqueId.forEngine("scriptsocket-lua")
                .append("file", two().toString().replace('\\', '/'))
                .append("describe", "gone");
        assertThat(Runs.failure(runs.select(selectUniqueId(gone)))).contains("[describe:gone]] could not be resolved");
    }

    @Test
    void idsAreMadeOfNamesAndStayTheSame() {
        assertThat(ids(selectClasspathResource(CHAT)))
                .contains(
                        "[engine:scriptsocket-lua]/[file:classpath%3A" + CHAT.replace("/", "%2F")
                                + "]/[describe:chat]/[it:counts]",
                        "[engine:scriptsocket-lua]/[file:classpath%3A" + CHAT.replace("/", "%2F")
                                + "]/[describe:chat]/[describe:closing #network]/[it:says why]");
        List<String> before = ids(selectFile(two().toFile()));
        runs.write(
                "two_spec.lua",
                "describe('b', function() it('one', function() end) end)",
                "describe('new', function() it('first', function() end) end)",
                "describe('a', function() it('two', function() end) it('one', function() end) end)");
        assertThat(ids(selectFile(runs.folder().resolve("two_spec.lua").toFile())))
                .containsAll(before);
    }

    @Test
    void eachIdFindsTheTestThatItIsOf() {
        for (String id : ids(selectFile(two().toFile()), selectClasspathResource(CHAT))) {
            assertThat(ids(selectUniqueId(id))).containsExactly(id);
        }
    }

    private List<String> ids(DiscoverySelector... selectors) {
        return runs.select(selectors).testEvents().succeeded().stream()
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .toList();
    }

    @Test
    void packagesAndClassPathRootsAreSearched() {
        assertThat(ran(selectPackage("org.scriptsocket.specs.named.deep"))).containsExactly("is found by require");
        Set<Path> root = Set.of(Path.of("target/test-classes"));
        assertThat(Runs.succeeded(runs.select(selectClasspathRoots(root).toArray(DiscoverySelector[]::new))))
                .contains(CHAT + " > chat > counts");
    }

    @Test
    void aFileThatIsFoundTwiceRunsOnce() {
        Path file = two();
        assertThat(ran(
                        selectFile(file.toFile()),
                        selectUri(file.toUri()),
                        selectDirectory(runs.folder().toFile())))
                .hasSize(3);
        Path resource = Path.of("target/test-classes").resolve(CHAT);
        assertThat(ran(selectClasspathResource(CHAT), selectFile(resource.toFile())))
                .containsExactly(ALL);
    }

    @Test
    void sourcesAreFileAndLine() {
        Path file = two();
        List<Event> started = runs.select(selectFile(file.toFile())).allEvents().started().stream()
                .filter(event -> event.getTestDescriptor().getSource().isPresent())
                .toList();
        assertThat(started)
                .extracting(event ->
                        (FileSource) event.getTestDescriptor().getSource().orElseThrow())
                .allMatch(
                        source -> source.getFile().equals(file.toAbsolutePath().toFile()))
                .extracting(source -> source.getPosition().orElseThrow().getLine())
                .containsExactly(1, 1, 2, 5, 9, 9);
    }

    @Test
    void sourcesOfResourcesAreResourceAndLine() {
        List<Event> started = runs.select(selectClasspathResource(CHAT))
                .testEvents()
                .started()
                .list();
        assertThat(started)
                .extracting(event -> (ClasspathResourceSource)
                        event.getTestDescriptor().getSource().orElseThrow())
                .allMatch(source -> source.getClasspathResourceName().equals(CHAT))
                .extracting(source -> source.getPosition().orElseThrow().getLine())
                .containsExactly(2, 5, 9);
    }

    @Test
    void tagsStandInNamesAndHoldForAllThatIsInside() {
        List<Event> started = runs.select(selectClasspathResource(CHAT))
                .testEvents()
                .started()
                .list();
        assertThat(started)
                .extracting(event -> event.getTestDescriptor().getTags())
                .containsExactly(Set.of(TestTag.create("slow")), Set.of(TestTag.create("network")), Set.of());
        assertThat(started.get(0).getTestDescriptor().getDisplayName()).isEqualTo("opens #slow");
    }

    @Test
    void tagFiltersWork() {
        assertThat(filtered(TagFilter.includeTags("slow"))).containsExactly("opens #slow");
        assertThat(filtered(TagFilter.includeTags("slow | network"))).containsExactly("opens #slow", "says why");
        assertThat(filtered(TagFilter.excludeTags("slow"))).containsExactly("says why", "counts");
    }

    @Test
    void filtersAfterDiscoveryWork() {
        PostDiscoveryFilter why = descriptor ->
                FilterResult.includedIf(descriptor.getDisplayName().contains("why"));
        assertThat(filtered(why)).containsExactly("says why");
    }

    private List<String> filtered(PostDiscoveryFilter filter) {
        EngineExecutionResults results = new Runs(runs.folder()).with(filter).select(selectClasspathResource(CHAT));
        assertThat(Runs.failures(results)).isEmpty();
        return Runs.succeeded(results);
    }

    @Test
    void pendingTestsAreSkippedWithTheirReason() {
        List<Event> skipped = runs.select(selectClasspathResource(CHAT))
                .testEvents()
                .skipped()
                .list();
        assertThat(skipped).extracting(Runs::name).containsExactly("says when");
        assertThat(skipped.get(0).getRequiredPayload(String.class)).isEqualTo("waits for a clock");
    }
}
