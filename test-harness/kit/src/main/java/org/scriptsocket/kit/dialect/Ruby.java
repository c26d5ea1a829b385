package org.scriptsocket.kit.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.kit.engine.Dialect;

/** Ruby: a String in UTF-8 is text, one in ASCII-8BIT binary. */
public final class Ruby implements Dialect {

    @Override
    public String file() {
        return "contract.rb";
    }

    @Override
    public String prelude() {
        return """
                def octets(value)
                  value.is_a?(String) ? value.bytes.join(',') : 'no String'
                end
                """;
    }

    @Override
    public String self() {
        return "me";
    }

    @Override
    public String binary(int... octets) {
        return IntStream.of(octets).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"))
                + ".pack('C*')";
    }

    @Override
    public String nil() {
        return "nil";
    }

    @Override
    public String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    @Override
    public String global(String name) {
        return "$" + name;
    }

    @Override
    public String toText(String value) {
        return value + ".to_s";
    }

    @Override
    public String function(String name, List<String> parameters, String body) {
        return "def " + name + "(" + String.join(", ", parameters) + ")\n" + body.indent(2) + "end";
    }

    @Override
    public String callbackNamed(String name) {
        return "method(:" + name + ")";
    }

    @Override
    public String closure(String name, String body) {
        return name + " = lambda do |me, conn, data|\n" + body.indent(2) + "end";
    }

    @Override
    public String local(String name, String value) {
        return name + " = " + value;
    }

    @Override
    public String when(String left, String right, String body) {
        return "if " + left + " == " + right + "\n" + body.indent(2) + "end";
    }

    @Override
    public String attempt(String body) {
        return "begin\n" + body.indent(2) + "rescue StandardError => e\n  saw(\"error\", e.message)\nend";
    }

    @Override
    public String fail(String text) {
        return "raise " + text(text);
    }
}
