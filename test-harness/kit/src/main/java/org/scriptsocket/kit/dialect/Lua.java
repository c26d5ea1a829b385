package org.scriptsocket.kit.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.kit.engine.Dialect;

/** Lua 5.1 and later. A string is bytes, so there is nothing else for binary. */
public final class Lua implements Dialect {

    @Override
    public String file() {
        return "contract.lua";
    }

    @Override
    public String prelude() {
        return """
                function octets(value)
                  local all = {}
                  for i = 1, #value do all[i] = value:byte(i) end
                  return table.concat(all, ",")
                end
                """;
    }

    @Override
    public String binary(int... octets) {
        return IntStream.of(octets)
                .mapToObj(octet -> String.format("\\%03d", octet))
                .collect(Collectors.joining("", "\"", "\""));
    }

    @Override
    public String nil() {
        return "nil";
    }

    @Override
    public String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " = " + field.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    @Override
    public String toText(String value) {
        return "tostring(" + value + ")";
    }

    @Override
    public String function(String name, List<String> parameters, String body) {
        return "function " + name + "(" + String.join(", ", parameters) + ")\n" + body.indent(2) + "end";
    }

    @Override
    public String closure(String name, String body) {
        return "local function " + name + "(self, conn, data)\n" + body.indent(2) + "end";
    }

    @Override
    public String local(String name, String value) {
        return "local " + name + " = " + value;
    }

    @Override
    public String when(String left, String right, String body) {
        return "if " + left + " == " + right + " then\n" + body.indent(2) + "end";
    }

    @Override
    public String attempt(String body) {
        return "do\nlocal ok, message = pcall(function()\n" + body.indent(2)
                + "end)\nif not ok then saw(\"error\", message) end\nend";
    }

    @Override
    public String fail(String text) {
        return "error(" + text(text) + ")";
    }
}
