package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.scriptsocket.specs.named.ChatSpecs;

class SpecsByNameTest {

    private static final String CHAT = "org/scriptsocket/specs/named/chat_spec.lua";
    private static final String DEEP = "org/scriptsocket/specs/named/deep/tools_spec.lua";

    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @LuaSpecs("named/chat")
    static final class File {}

    @LuaSpecs("named/deep/")
    static final class Folder {}

    @LuaSpecs({"/org/scriptsocket/specs/named/deep", "named/chat"})
    static final class FromRoot {}

    @LuaSpecs("src/test/resources/org/scriptsocket/specs/named/deep")
    static final class ByPath {}

    @LuaSpecs("nowhere")
    static final class Nowhere {}

    private List<String> files(Class<?> type) {
        EngineExecutionResults results = runs.select(selectClass(type));
        assertThat(Runs.failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isPositive();
        return results.containerEvents().started().stream()
                .map(event -> event.getTestDescriptor())
                .filter(FileDescriptor.class::isInstance)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    @Test
    void aClassNamesSpecsByTheBeginningOfTheirNames() {
        assertThat(files(File.class)).containsExactly(CHAT);
        assertThat(files(Folder.class)).containsExactly(DEEP);
        assertThat(files(FromRoot.class)).containsExactly(DEEP, CHAT);
    }

    @Test
    void aClassThatNamesNothingStandsForAllOfItsPackage() {
        assertThat(files(ChatSpecs.class)).containsExactly(CHAT, DEEP);
    }

    @Test
    void aClassNamesSpecsByPathWhereTheClassPathHasNone() {
        assertThat(files(ByPath.class)).containsExactly("src/test/resources/" + DEEP);
    }

    @Test
    void aClassWhoseSpecsAreNowhereFailsAndSaysSo() {
        assertThat(Runs.failure(runs.select(selectClass(Nowhere.class))))
                .contains("@LuaSpecs(\"nowhere\")")
                .contains("there is no such spec");
    }

    @Test
    void otherClassesAreLeftToOtherEngines() {
        assertThat(runs.select(selectClass(SpecsByNameTest.class)).testEvents().count())
                .isZero();
    }

    @Test
    void theTestsOfAClassHaveTheirFullNamesAndTheirClassAsSource() {
        EngineExecutionResults results = runs.select(selectClass(File.class));
        assertThat(Runs.succeeded(results)).contains(CHAT + " > chat > closing #network > says why");
        assertThat(results.containerEvents().started().stream()
                        .map(event -> event.getTestDescriptor().getSource())
                        .flatMap(source -> source.stream()))
                .contains(ClassSource.from(File.class));
    }

    @Test
    void aTestOfAClassIsFoundByItsId() {
        UniqueId id = UniqueId.forEngine(LuaSpecsTestEngine.ID)
                .append("class", File.class.getName())
                .append("file", "classpath:" + CHAT)
                .append("describe", "chat")
                .append("it", "counts");
        assertThat(Runs.succeeded(runs.select(selectUniqueId(id)))).containsExactly(CHAT + " > chat > counts");
    }

    @Test
    void aSpecThatAClassNamesRunsOnceThoughItIsFoundByItself() {
        EngineExecutionResults results = runs.select(selectClasspathResource(CHAT), selectClass(File.class));
        assertThat(Runs.succeeded(results)).hasSize(3).allMatch(name -> name.startsWith(CHAT));
        EngineExecutionResults inPackage = runs.select(selectPackage("org.scriptsocket.specs.named"));
        assertThat(Runs.succeeded(inPackage)).hasSize(4).allMatch(name -> name.contains(" > "));
    }
}
