package org.scriptsocket.kit.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scriptsocket.kit.engine.Dialect;

/** Kotlin: a String is text, a ByteArray binary; what a type does not tell is cast. */
public final class Kotlin implements Dialect {

    @Override
    public String file() {
        return "contract.kts";
    }

    @Override
    public String prelude() {
        return """
                import org.scriptsocket.script.EventData
                val shared = mutableMapOf<String, Any?>()
                @Suppress("UNCHECKED_CAST")
                fun fields(self: Any?) = self as MutableMap<String, Any?>
                fun octets(value: Any?): String =
                    (if (value is String) value.toByteArray() else value as ByteArray).joinToString(",") { (it.toInt() and 255).toString() }
                """;
    }

    @Override
    public String binary(int... octets) {
        return IntStream.of(octets)
                .mapToObj(octet -> Integer.toString((byte) octet))
                .collect(Collectors.joining(", ", "byteArrayOf(", ")"));
    }

    @Override
    public String nil() {
        return "null";
    }

    @Override
    public String table(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\" to " + field.getValue())
                .collect(Collectors.joining(", ", "mapOf<String, Any?>(", ")"));
    }

    @Override
    public String own(String name) {
        return "fields(self)[\"" + name + "\"]";
    }

    @Override
    public String data(String... path) {
        return path.length == 1 ? "data." + path[0] : "(data.handshake_response as EventData.ResponseData)." + path[1];
    }

    @Override
    public String header(String name) {
        return "(" + data("handshake_response", "headers") + " as Map<*, *>)[" + text(name) + "]";
    }

    @Override
    public String global(String name) {
        return "shared[\"" + name + "\"]";
    }

    @Override
    public String toText(String value) {
        return value + ".toString()";
    }

    @Override
    public String function(String name, List<String> parameters, String body) {
        return "fun " + name
                + parameters.stream().map(each -> each + ": Any?").collect(Collectors.joining(", ", "(", ")")) + " {\n"
                + body.indent(2) + "}";
    }

    @Override
    public String callback(String name, String body) {
        return "fun " + name + "(self: Any?, conn: Any?, data: EventData) {\n" + body.indent(2) + "}";
    }

    @Override
    public String callbackNamed(String name) {
        return "::" + name;
    }

    @Override
    public String closure(String name, String body) {
        return "val " + name + " = { self: Any?, conn: Any?, data: EventData ->\n" + body.indent(2) + "  Unit\n}";
    }

    @Override
    public String local(String name, String value) {
        return "val " + name + " = " + value;
    }

    @Override
    public String when(String left, String right, String body) {
        return "if (" + left + " == " + right + ") {\n" + body.indent(2) + "}";
    }

    @Override
    public String attempt(String body) {
        return "try {\n" + body.indent(2) + "} catch (e: Exception) {\n  saw(\"error\", e.message)\n}";
    }

    @Override
    public String fail(String text) {
        return "throw RuntimeException(" + text(text) + ")";
    }
}
