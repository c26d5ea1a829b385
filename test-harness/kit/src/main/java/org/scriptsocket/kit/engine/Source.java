package org.scriptsocket.kit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A script, whatever its language: its functions, and what stands outside of them. */
final class Source {

    private final List<Function<Dialect, String>> parts = new ArrayList<>();

    private Source() {}

    static Source script() {
        return new Source();
    }

    Source init(Step... body) {
        return function("init", body);
    }

    /** A function whose one parameter is self. */
    Source function(String name, Step... body) {
        parts.add(language -> language.function(name, List.of(language.self()), Step.body(language, body)));
        return this;
    }

    /** A function of self and more. */
    Source function(String name, String second, Step... body) {
        parts.add(language -> language.function(name, List.of(language.self(), second), Step.body(language, body)));
        return this;
    }

    Source callback(String name, Step... body) {
        parts.add(language -> language.callback(name, Step.body(language, body)));
        return this;
    }

    /** What runs when the script is loaded. */
    Source top(Step... steps) {
        parts.add(language -> Step.body(language, steps));
        return this;
    }

    String in(Dialect language) {
        return language.prelude()
                + parts.stream().map(part -> part.apply(language)).collect(Collectors.joining("\n")) + "\n";
    }
}
