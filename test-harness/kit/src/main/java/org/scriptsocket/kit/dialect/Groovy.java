package org.scriptsocket.kit.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.kit.engine.Dialect;

/** Groovy: a String is text, an array of bytes binary. */
public final class Groovy implements Dialect {

    @Override
    public String file() {
        return "contract.groovy";
    }

    @Override
    public String prelude() {
        return """
                def octets(value) {
                  (value instanceof CharSequence ? value.toString().getBytes('UTF-8') : value as byte[]).collect { it & 0xff }.join(',')
                }
                """;
    }

    @Override
    public String binary(int... octets) {
        return IntStream.of(octets).mapToObj(Integer::toString).collect(Collectors.joining(", ", "([", "] as byte[])"));
    }

    @Override
    public String nil() {
        return "null";
    }

    @Override
    public String table(Map<String, String> fields) {
        return fields.isEmpty()
                ? "[:]"
                : fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String toText(String value) {
        return value + ".toString()";
    }

    @Override
    public String function(String name, List<String> parameters, String body) {
        return "def " + name + "(" + String.join(", ", parameters) + ") {\n" + body.indent(2) + "}";
    }

    @Override
    public String callbackNamed(String name) {
        return "this.&" + name;
    }

    @Override
    public String closure(String name, String body) {
        return "def " + name + " = { own, conn, data ->\n" + body.indent(2) + "}";
    }

    @Override
    public String local(String name, String value) {
        return "def " + name + " = " + value;
    }

    @Override
    public String when(String left, String right, String body) {
        return "if (" + left + " == " + right + ") {\n" + body.indent(2) + "}";
    }

    @Override
    public String attempt(String body) {
        return "try {\n" + body.indent(2) + "} catch (e) {\n  saw(\"error\", e.message)\n}";
    }

    @Override
    public String fail(String text) {
        return "throw new RuntimeException(" + text(text) + ")";
    }
}
