package org.scriptsocket.kit.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.kit.engine.Dialect;

/** JavaScript as old as ECMAScript 5: a string is text, a Uint8Array binary. */
public final class JavaScript implements Dialect {

    @Override
    public String file() {
        return "contract.js";
    }

    @Override
    public String prelude() {
        return """
                function octets(value) {
                  if (typeof value === 'string') {
                    value = unescape(encodeURIComponent(value)).split('').map(function (c) { return c.charCodeAt(0); });
                  } else if (!(value instanceof Uint8Array)) {
                    return 'no Uint8Array';
                  }
                  return Array.prototype.join.call(value, ',');
                }
                """;
    }

    @Override
    public String binary(int... octets) {
        return "new Uint8Array(["
                + IntStream.of(octets).mapToObj(Integer::toString).collect(Collectors.joining(", ")) + "])";
    }

    @Override
    public String nil() {
        return "null";
    }

    @Override
    public String undefined() {
        return "undefined";
    }

    @Override
    public String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    @Override
    public String toText(String value) {
        return "String(" + value + ")";
    }

    @Override
    public String function(String name, List<String> parameters, String body) {
        return "function " + name + "(" + String.join(", ", parameters) + ") {\n" + body.indent(2) + "}";
    }

    @Override
    public String closure(String name, String body) {
        return "var " + name + " = function (self, conn, data) {\n" + body.indent(2) + "};";
    }

    @Override
    public String local(String name, String value) {
        return "var " + name + " = " + value + ";";
    }

    @Override
    public String when(String left, String right, String body) {
        return "if (" + left + " === " + right + ") {\n" + body.indent(2) + "}";
    }

    @Override
    public String attempt(String body) {
        return "try {\n" + body.indent(2) + "} catch (e) {\n  saw(\"error\", e.message);\n}";
    }

    @Override
    public String fail(String text) {
        return "throw new Error(" + text(text) + ");";
    }
}
