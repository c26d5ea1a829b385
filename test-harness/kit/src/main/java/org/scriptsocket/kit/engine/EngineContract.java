package org.scriptsocket.kit.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Transport;

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
 * <p>Each case has an engine, a host and a peer of its own, in memory and in virtual time; and once more over each of the {@link #transports}, over sockets. The
 * results are written to {@code target/engines/<name>.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {

    private final List<Transport> transports = new ArrayList<>();
    private @Nullable EngineResults results;

    /** What is tried; the engines are found by what is on the class path, the binding too. */
    protected abstract EngineSubject subject();

    /** Whether the few cases that say most are enough, for engines that take seconds for each. */
    protected boolean isSlow() {
        return false;
    }

    /** Transports over which the cases are played too, new ones; they are closed after the tests. None, unless this is overridden. */
    protected List<Transport> transports() {
        return List.of();
    }

    /**
     * Whether a case is played over this transport too; those that say most are, unless this is overridden.
     *
     * @param id the number of the rule and a title
     */
    protected boolean isPlayed(String id, boolean saysMost, Transport transport) {
        return saysMost;
    }

    @TestFactory
    Stream<DynamicNode> keepsTheContract() {
        EngineSubject subject = subject();
        EngineResults noted = new EngineResults(subject.name());
        results = noted;
        transports.addAll(transports());
        List<EngineCase> cases = EngineCases.all().stream()
                .filter(each -> each.isTelling() || !isSlow())
                .toList();
        checkExceptions(subject);
        Stream<DynamicNode> inMemory =
                cases.stream().map(each -> test(each, new Run(subject, noted, MemoryNet.NAME, MemoryNet::new)));
        return Stream.concat(
                inMemory,
                transports.stream()
                        .map(transport -> DynamicContainer.dynamicContainer(
                                "over " + transport.name(),
                                cases.stream()
                                        .filter(each -> isPlayed(each.id(), each.isTelling(), transport))
                                        .map(each -> over(transport, each, subject, noted)))));
    }

    @AfterAll
    final void finish() throws IOException {
        transports.forEach(Transport::close);
        if (results != null) {
            results.write();
        }
    }

    private static DynamicTest over(Transport transport, EngineCase each, EngineSubject subject, EngineResults noted) {
        Optional<Capability> missing = each.missing(transport);
        if (missing.isPresent()) {
            return DynamicTest.dynamicTest(
                    each.id() + ": without " + missing.get(),
                    () -> noted.without(each, transport.name(), missing.get()));
        }
        return test(each, new Run(subject, noted, transport.name(), peer -> new SocketNet(transport, peer)));
    }

    private static DynamicTest test(EngineCase each, Run run) {
        return DynamicTest.dynamicTest(each.id(), () -> run.play(each));
    }

    private static void checkExceptions(EngineSubject subject) {
        Set<String> unknown = new TreeSet<>(subject.exceptions().keySet());
        EngineCases.all().forEach(each -> unknown.remove(each.id()));
        if (!unknown.isEmpty()) {
            throw new AssertionError("there are no cases " + unknown);
        }
    }

    /** One engine over one transport. */
    private record Run(
            EngineSubject subject, EngineResults noted, String transport, Function<Behaviour, EngineNet> nets) {

        void play(EngineCase each) throws Exception {
            String reason = subject.exceptions().get(each.id());
            if (reason == null) {
                playWell(each);
            } else {
                noted.notKept(each, transport, reason);
                playInVain(each, reason);
            }
        }

        private void playWell(EngineCase each) throws Exception {
            try {
                each.play(subject, nets);
            } catch (AssertionError failure) {
                noted.failed(each, transport);
                throw failure;
            }
            noted.kept(each, transport);
        }

        private void playInVain(EngineCase each, String reason) throws Exception {
            try {
                each.play(subject, nets);
            } catch (AssertionError expected) {
                return;
            }
            throw new AssertionError("'" + each.id() + "' is listed as what " + subject.name() + " can not keep ("
                    + reason + "), and it keeps it: take it off the list");
        }
    }
}
