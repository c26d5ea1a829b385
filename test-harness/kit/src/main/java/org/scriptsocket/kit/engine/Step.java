package org.scriptsocket.kit.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A statement of a script, whatever its language. */
@FunctionalInterface
interface Step {

    String in(Dialect language);

    /** Tells the test. */
    static Step see(Value... values) {
        return language -> language.call("saw", Value.all(language, values));
    }

    static Step see(String text) {
        return see(Value.text(text));
    }

    static Step run(Value call) {
        return call::in;
    }

    static Step send(Value... arguments) {
        return language -> language.module("send", Value.all(language, arguments));
    }

    static Step disconnect(Value... arguments) {
        return language -> language.module("disconnect", Value.all(language, arguments));
    }

    /** Gives self a field. */
    static Step keep(String name, Value value) {
        return language -> language.setOwn(name, value.in(language));
    }

    static Step setGlobal(String name, Value value) {
        return language -> language.setGlobal(name, value.in(language));
    }

    static Step local(String name, Value value) {
        return language -> language.local(name, value.in(language));
    }

    static Step closure(String name, Step... body) {
        return language -> language.closure(name, body(language, body));
    }

    static Step when(Value left, Value right, Step... body) {
        return language -> language.when(left.in(language), right.in(language), body(language, body));
    }

    /** The same for the event that a callback is told. */
    static Step on(String event, Step... body) {
        return when(Value.data("event"), Value.constant("EVENT_" + event), body);
    }

    static Step attempt(Step... body) {
        return language -> language.attempt(body(language, body));
    }

    static Step fail(String text) {
        return language -> language.fail(text);
    }

    static String body(Dialect language, Step... steps) {
        return Arrays.stream(steps).map(step -> step.in(language)).collect(Collectors.joining("\n"));
    }
}
