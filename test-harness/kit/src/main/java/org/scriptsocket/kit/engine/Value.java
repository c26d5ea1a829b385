package org.scriptsocket.kit.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An expression of a script, whatever its language. */
@FunctionalInterface
interface Value {

    String in(Dialect language);

    static Value text(String text) {
        return language -> language.text(text);
    }

    static Value number(long number) {
        return language -> Long.toString(number);
    }

    static Value binary(int... octets) {
        return language -> language.binary(octets);
    }

    static Value nil() {
        return Dialect::nil;
    }

    static Value undefined() {
        return Dialect::undefined;
    }

    /** Names and values in turns. */
    static Value table(Object... fields) {
        return language -> {
            Map<String, String> all = new LinkedHashMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                all.put((String) fields[i], ((Value) fields[i + 1]).in(language));
            }
            return language.table(all);
        };
    }

    static Value constant(String name) {
        return language -> language.constant(name);
    }

    static Value data(String... path) {
        return language -> language.data(path);
    }

    static Value header(String name) {
        return language -> language.header(name);
    }

    /** A field of self. */
    static Value own(String name) {
        return language -> language.own(name);
    }

    static Value global(String name) {
        return language -> language.global(name);
    }

    /** A parameter, or a variable of the function. */
    static Value local(String name) {
        return language -> name;
    }

    static Value callback(String name) {
        return language -> language.callbackNamed(name);
    }

    static Value closure(String name) {
        return language -> language.closureNamed(name);
    }

    static Value octets(Value value) {
        return language -> language.call("octets", List.of(value.in(language)));
    }

    static Value asText(Value value) {
        return language -> language.toText(value.in(language));
    }

    static Value connect(Value... arguments) {
        return language -> language.module("connect", all(language, arguments));
    }

    static List<String> all(Dialect language, Value... values) {
        return Arrays.stream(values).map(value -> value.in(language)).toList();
    }
}
