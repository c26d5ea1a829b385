package org.scriptsocket.kit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Transport;

/** One case of the engine contract: what a script does, what its peer does, and what the script must see. */
final class EngineCase {

    /** What happens to the script unless a case says otherwise: an instance lives until nothing more comes. */
    private static final List<Act> ONE_INSTANCE = List.of(EngineBench::start, EngineBench::settle);

    /** Something that happens to a script, or a look at what has. */
    @FunctionalInterface
    interface Act {
        void on(EngineBench bench);
    }

    private final String rule;
    private final String title;
    private Behaviour peer = Behaviour.echo();
    private Source source = Source.script();
    private List<Act> acts = ONE_INSTANCE;
    private final List<Act> checks = new ArrayList<>();
    private List<String> seen = List.of();
    private boolean telling;
    private Set<Capability> needed = Set.of();

    private EngineCase(String rule, String title) {
        this.rule = rule;
        this.title = title;
    }

    static EngineCase of(String rule, String title) {
        return new EngineCase(rule, title);
    }

    /** One of the few that are tried where each takes seconds. */
    EngineCase telling() {
        telling = true;
        return this;
    }

    /** What the transport must be able to do. */
    EngineCase needs(Capability capability) {
        needed = Set.of(capability);
        return this;
    }

    EngineCase peer(Behaviour behaviour) {
        peer = behaviour;
        return this;
    }

    EngineCase script(Source script) {
        source = script;
        return this;
    }

    EngineCase acts(Act... all) {
        acts = List.of(all);
        return this;
    }

    /**
     * What the script sees, a line for each call of {@code saw}, its values with a bar between; what comes after {@code ...} at the end of a line does
     * not matter, nor what stands before {@code ...} at its beginning.
     */
    EngineCase sees(String... lines) {
        seen = List.of(lines);
        return this;
    }

    EngineCase then(Act check) {
        checks.add(check);
        return this;
    }

    String id() {
        return rule + " " + title;
    }

    boolean isTelling() {
        return telling;
    }

    /** What a transport lacks for it. */
    Optional<Capability> missing(Transport transport) {
        return needed.stream()
                .filter(each -> !transport.capabilities().contains(each))
                .findFirst();
    }

    /** @throws AssertionError if the engine does not keep it */
    void play(EngineSubject subject, Function<Behaviour, EngineNet> nets) throws Exception {
        try (EngineBench bench = new EngineBench(subject, nets.apply(peer))) {
            String script = source.in(subject.dialect());
            try {
                bench.load(script);
                acts.forEach(act -> act.on(bench));
                bench.assertSeen(seen);
                checks.forEach(check -> check.on(bench));
                bench.assertNoErrors();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        failure.getMessage() + "\nThe script:\n" + script + "\n" + bench.happened(), failure);
            }
        }
    }
}
