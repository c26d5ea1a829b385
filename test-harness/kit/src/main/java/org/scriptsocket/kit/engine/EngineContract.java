package org.scriptsocket.kit.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What every script engine must do with the {@code websocket} module, as JUnit 5 tests: the same scripts, written in its language by a {@link Dialect}.
 * To try a binding, extend this class:
 *
 * <pre>{@code
 * class MyBindingTest extends EngineContract {
 *     @Override
 *     protected EngineSubject subject() {
 *         return new EngineSubject("my engine", MyEngine::new, new Lua(), Map.of());
 *     }
 * }
 * }</pre>
 *
 * <p>Each case has an engine, a host and a peer in memory of its own, in virtual time. The results are written to
 * {@code target/engines/<name>.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {

    private final List<String> results = new ArrayList<>();
    private String name = "";

    /** What is tried; the engines are found by what is on the class path, the binding too. */
    protected abstract EngineSubject subject();

    /** Whether the few cases that say most are enough, for engines that take seconds for each. */
    protected boolean isSlow() {
        return false;
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        EngineSubject subject = subject();
        name = subject.name();
        List<EngineCase> cases = EngineCases.all();
        checkExceptions(subject, cases);
        return cases.stream()
                .filter(each -> each.isTelling() || !isSlow())
                .map(each -> DynamicTest.dynamicTest(each.id(), () -> play(each, subject)));
    }

    @AfterAll
    final void writeResults() throws IOException {
        Path folder = Path.of("target", "engines");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".txt"), results);
    }

    private void play(EngineCase each, EngineSubject subject) throws Exception {
        String reason = subject.exceptions().get(each.id());
        if (reason == null) {
            play(each, subject, "FAILED");
            results.add("kept\t" + each.id());
            return;
        }
        results.add("not kept\t" + each.id() + "\t" + reason);
        try {
            each.play(subject);
        } catch (AssertionError expected) {
            return;
        }
        throw new AssertionError("'" + each.id() + "' is listed as what " + name + " can not keep (" + reason
                + "), and it keeps it: take it off the list");
    }

    private void play(EngineCase each, EngineSubject subject, String failed) throws Exception {
        try {
            each.play(subject);
        } catch (AssertionError failure) {
            results.add(failed + "\t" + each.id());
            throw failure;
        }
    }

    private static void checkExceptions(EngineSubject subject, List<EngineCase> cases) {
        Set<String> unknown = new TreeSet<>(subject.exceptions().keySet());
        cases.forEach(each -> unknown.remove(each.id()));
        if (!unknown.isEmpty()) {
            throw new AssertionError("there are no cases " + unknown);
        }
    }
}
