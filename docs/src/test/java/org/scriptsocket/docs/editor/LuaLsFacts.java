package org.scriptsocket.docs.editor;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the definition file for the Lua language server. */
final class LuaLsFacts {

    private static final Pattern CLASS = Pattern.compile("---@class (\\S+)");
    private static final Pattern FIELD = Pattern.compile("---@field (\\w+)\\?? (\\S+(?:<[^>]*>)?) (.*)");
    private static final Pattern PARAMETER = Pattern.compile("---@param (\\w+)\\?? (fun\\([^)]*\\)|\\S+) .*");
    private static final Pattern FUNCTION = Pattern.compile("function websocket\\.(\\w+)\\((.*)\\) end");
    private static final Pattern CONSTANT = Pattern.compile("websocket\\.(\\w+) = (\\d+)");
    private static final Map<String, String> TABLES = Map.of(
            "websocket.params", "params",
            "websocket.options", "options",
            "websocket.event", "data",
            "websocket.handshake_response", "handshake_response");

    private final ModuleFacts facts = new ModuleFacts();
    private String table = "";
    private StringBuilder parameters = new StringBuilder();
    private int returns;

    private LuaLsFacts() {}

    static Set<String> of(String file) {
        LuaLsFacts reader = new LuaLsFacts();
        file.lines().forEach(reader::line);
        return reader.facts.all();
    }

    private void line(String line) {
        Matcher found = CLASS.matcher(line);
        if (found.matches()) {
            table = TABLES.getOrDefault(found.group(1), "");
        }
        found = FIELD.matcher(line);
        if (found.matches()) {
            facts.field(table, found.group(1), found.group(2), found.group(3));
        }
        found = CONSTANT.matcher(line);
        if (found.matches()) {
            facts.constant(found.group(1), found.group(2));
        }
        ofFunction(line);
    }

    private void ofFunction(String line) {
        Matcher found = PARAMETER.matcher(line);
        if (found.matches()) {
            parameters.append(parameters.isEmpty() ? "" : ", ").append(found.group(1));
            if (found.group(2).startsWith("fun(")) {
                facts.callback(found.group(2).split(",", -1).length);
            }
        }
        returns += line.startsWith("---@return ") ? 1 : 0;
        found = FUNCTION.matcher(line);
        if (found.matches()) {
            end(found.group(1), found.group(2));
        }
    }

    private void end(String function, String named) {
        if (!named.contentEquals(parameters)) {
            throw new AssertionError(function + " has (" + named + "), and annotations for (" + parameters + ")");
        }
        facts.function(function, named.split(", ", -1).length, returns);
        parameters = new StringBuilder();
        returns = 0;
    }
}
