package org.scriptsocket.specs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Specs that a test writes, and their run by the engine. */
final class Runs {

    private final Path folder;
    private Consumer<EngineTestKit.Builder> more = builder -> {};

    /** @param folder where the specs are written to */
    Runs(Path folder) {
        this.folder = folder;
    }

    /** With a configuration parameter. */
    Runs with(String parameter, String value) {
        Consumer<EngineTestKit.Builder> before = more;
        more = builder -> {
            before.accept(builder);
            builder.configurationParameter(parameter, value);
        };
        return this;
    }

    /** With system properties for what is not given. */
    Runs withSystemProperties() {
        Consumer<EngineTestKit.Builder> before = more;
        more = builder -> {
            before.accept(builder);
            builder.enableImplicitConfigurationParameters(true);
        };
        return this;
    }

    /** With a filter. */
    Runs with(Filter<?> filter) {
        Consumer<EngineTestKit.Builder> before = more;
        more = builder -> {
            before.accept(builder);
            builder.filters(filter);
        };
        return this;
    }

    Path folder() {
        return folder;
    }

    Path write(String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a spec of these lines, {@code chat_spec.lua}. */
    EngineExecutionResults run(String... lines) {
        return select(
                DiscoverySelectors.selectFile(write("chat_spec.lua", lines).toFile()));
    }

    /** Runs a spec whose one test is of these lines, in {@code describe "chat"}, {@code it "works"}; the first is line 2. */
    EngineExecutionResults test(String... lines) {
        return run("describe('chat', function() it('works', function()", String.join("\n", lines), "end) end)");
    }

    EngineExecutionResults select(DiscoverySelector... selectors) {
        EngineTestKit.Builder builder =
                EngineTestKit.engine(LuaSpecsTestEngine.ID).selectors(selectors);
        more.accept(builder);
        return builder.execute();
    }

    /** The names of the tests that ran and succeeded, in their order. */
    static List<String> succeeded(EngineExecutionResults results) {
        return results.testEvents().succeeded().map(Runs::name).toList();
    }

    /** Why tests failed, by name. */
    static Map<String, String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream().collect(Collectors.toMap(Runs::name, Runs::message));
    }

    /** Why the one test failed that did. */
    static String failure(EngineExecutionResults results) {
        Map<String, String> all = failures(results);
        if (all.size() != 1) {
            throw new AssertionError("one failure expected: " + all);
        }
        return all.values().iterator().next();
    }

    static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
