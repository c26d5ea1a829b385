package org.scriptsocket.kit.engine;

import java.util.List;
import java.util.Map;

/**
 * How one language writes what the scripts of the {@link EngineContract} do. Each method gives source text; a body is one statement a line, and is to
 * be indented where the language cares. Names that are given are words of ASCII letters that no language reserves, but for {@link #self}.
 *
 * <p>Scripts call two functions: {@code saw}, which the contract defines, and {@code octets(value)}, which {@link #prelude} does.
 */
public interface Dialect {

    /** What a script file is called, its extension included. */
    String file();

    /** Source before each script. It defines {@code octets}, which gives the bytes of a text (as UTF-8) or a binary value as {@code "0,1,255"}. */
    String prelude();

    /** The parameter that a function has its instance in. */
    default String self() {
        return "self";
    }

    /** A literal. May hold any character. */
    default String text(String value) {
        return '"' + value.replace("\r", "\\r").replace("\n", "\\n") + '"';
    }

    /** A binary value with these octets, from 0 to 255. */
    String binary(int... octets);

    String nil();

    /** JavaScript's undefined; the same as {@link #nil} in any other language. */
    default String undefined() {
        return nil();
    }

    /** A literal table: the values are source. */
    String table(Map<String, String> fields);

    /** A field of the {@code self} that is in scope. */
    default String own(String name) {
        return self() + "." + name;
    }

    default String setOwn(String name, String value) {
        return own(name) + " = " + value;
    }

    /** What is at this path in the {@code data} that is in scope. */
    default String data(String... path) {
        return "data." + String.join(".", path);
    }

    /** A header of the {@code data} that is in scope. */
    default String header(String name) {
        return data("handshake_response", "headers") + "[" + text(name) + "]";
    }

    /** A variable that all functions of the script see. */
    default String global(String name) {
        return name;
    }

    default String setGlobal(String name, String value) {
        return global(name) + " = " + value;
    }

    /** A number of the module. */
    default String constant(String name) {
        return "websocket." + name;
    }

    /** A call of a function of the module. */
    default String module(String function, List<String> arguments) {
        return "websocket." + function + "(" + String.join(", ", arguments) + ")";
    }

    /** A call of a global function. */
    default String call(String function, List<String> arguments) {
        return function + "(" + String.join(", ", arguments) + ")";
    }

    /** How a value reads as text. */
    String toText(String value);

    /** Defines a global function. */
    String function(String name, List<String> parameters, String body);

    /** Defines a global function with the parameters self, conn and data that {@link #callbackNamed} can pass to connect. */
    default String callback(String name, String body) {
        return function(name, List.of(self(), "conn", "data"), body);
    }

    /** A global callback as a value. */
    default String callbackNamed(String name) {
        return name;
    }

    /** Inside a function: a callback that sees the function's variables, kept under this name. */
    String closure(String name, String body);

    /** Such a callback as a value. */
    default String closureNamed(String name) {
        return name;
    }

    /** Inside a function: a variable of that function. */
    String local(String name, String value);

    String when(String left, String right, String body);

    /** Runs the body, and if it fails calls {@code saw("error", text)} with the text of the error. */
    String attempt(String body);

    /** Throws an error with this text. */
    String fail(String text);
}
