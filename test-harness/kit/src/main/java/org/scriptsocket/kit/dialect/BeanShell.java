package org.scriptsocket.kit.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.kit.engine.Dialect;

/** BeanShell: a String is text, an array of bytes binary; an object with a method call is a function. */
public final class BeanShell implements Dialect {

    @Override
    public String file() {
        return "contract.bsh";
    }

    @Override
    public String prelude() {
        return """
                octets(value) {
                  byte[] all = value instanceof String ? value.getBytes("UTF-8") : value;
                  StringBuilder text = new StringBuilder();
                  for (int i = 0; i < all.length; i++) text.append(i == 0 ? "" : ",").append(all[i] & 255);
                  return text.toString();
                }
                bytes(octets) {
                  byte[] all = new byte[octets.length];
                  for (int i = 0; i < all.length; i++) all[i] = (byte) octets[i];
                  return all;
                }
                table(fields) {
                  map = new LinkedHashMap();
                  for (int i = 0; i < fields.length; i += 2) map.put(fields[i], fields[i + 1]);
                  return map;
                }
                """;
    }

    @Override
    public String binary(int... octets) {
        return IntStream.of(octets)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "bytes(new int[] {", "})"));
    }

    @Override
    public String nil() {
        return "null";
    }

    @Override
    public String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\", " + field.getValue())
                .collect(Collectors.joining(", ", "table(new Object[] {", "})"));
    }

    @Override
    public String header(String name) {
        return data("handshake_response", "headers") + ".get(" + text(name) + ")";
    }

    @Override
    public String global(String name) {
        return "global." + name;
    }

    @Override
    public String toText(String value) {
        return value + ".toString()";
    }

    @Override
    public String function(String name, List<String> parameters, String body) {
        return name + "(" + String.join(", ", parameters) + ") {\n"
                + statements(body).indent(2) + "}";
    }

    @Override
    public String callback(String name, String body) {
        return closure(name, body);
    }

    @Override
    public String callbackNamed(String name) {
        return name + "()";
    }

    @Override
    public String closure(String name, String body) {
        return name + "() {\n  call(self, conn, data) {\n" + statements(body).indent(4) + "  }\n  return this;\n}";
    }

    @Override
    public String closureNamed(String name) {
        return name + "()";
    }

    @Override
    public String local(String name, String value) {
        return name + " = " + value;
    }

    @Override
    public String when(String left, String right, String body) {
        return "if (Objects.equals(" + left + ", " + right + ")) {\n"
                + statements(body).indent(2) + "}";
    }

    @Override
    public String attempt(String body) {
        return "try {\n" + statements(body).indent(2) + "} catch (e) {\n  saw(\"error\", e.getMessage());\n}";
    }

    @Override
    public String fail(String text) {
        return "throw new RuntimeException(" + text(text) + ")";
    }

    @Override
    public String module(String function, List<String> arguments) {
        return Dialect.super.module(function, arguments);
    }

    private static String statements(String body) {
        return body.lines()
                .map(line -> line.endsWith("{") || line.endsWith("}") || line.endsWith(";") ? line : line + ";")
                .collect(Collectors.joining("\n"));
    }
}
