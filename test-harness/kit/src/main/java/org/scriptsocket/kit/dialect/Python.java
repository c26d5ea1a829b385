package org.scriptsocket.kit.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.kit.engine.Dialect;

/** Python 2: unicode is text, str binary. */
public final class Python implements Dialect {

    @Override
    public String file() {
        return "contract.py";
    }

    @Override
    public String prelude() {
        return """
                shared = {}
                def octets(value):
                    if isinstance(value, unicode):
                        value = value.encode('utf-8')
                    elif not isinstance(value, str):
                        return 'no str'
                    return ','.join([str(ord(each)) for each in value])
                """;
    }

    @Override
    public String text(String value) {
        return "u" + Dialect.super.text(value);
    }

    @Override
    public String binary(int... octets) {
        return IntStream.of(octets)
                .mapToObj(octet -> String.format("\\x%02x", octet))
                .collect(Collectors.joining("", "\"", "\""));
    }

    @Override
    public String nil() {
        return "None";
    }

    @Override
    public String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String global(String name) {
        return "shared[\"" + name + "\"]";
    }

    @Override
    public String toText(String value) {
        return "str(" + value + ")";
    }

    @Override
    public String function(String name, List<String> parameters, String body) {
        return "def " + name + "(" + String.join(", ", parameters) + "):\n"
                + (body.isEmpty() ? "pass" : body).indent(4);
    }

    @Override
    public String closure(String name, String body) {
        return function(name, List.of("self", "conn", "data"), body);
    }

    @Override
    public String local(String name, String value) {
        return name + " = " + value;
    }

    @Override
    public String when(String left, String right, String body) {
        return "if " + left + " == " + right + ":\n" + body.indent(4);
    }

    @Override
    public String attempt(String body) {
        return "try:\n" + body.indent(4) + "except Exception as e:\n    saw(u\"error\", str(e))";
    }

    @Override
    public String fail(String text) {
        return "raise ValueError(\"" + text + "\")";
    }
}
