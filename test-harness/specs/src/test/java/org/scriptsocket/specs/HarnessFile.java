package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the definition file of the harness says, in the words of {@code editor_probe.lua}. */
final class HarnessFile {

    private static final Pattern CLASS = Pattern.compile("---@class (\\S+)");
    private static final Pattern FIELD = Pattern.compile("---@field (\\w+)\\?? .*");
    private static final Pattern METHOD =
            Pattern.compile("function (?:harness|(luassert))_(\\w+?):(\\w+)\\((.*)\\) end");
    private static final Pattern FUNCTION = Pattern.compile("function ([\\w.]+)\\(.*\\) end");
    private static final Pattern VALUE = Pattern.compile("([a-z][\\w.]*) = .*");

    private final List<String> facts = new ArrayList<>();
    private final List<String> assertions = new ArrayList<>();
    private final List<String> matchers = new ArrayList<>();
    private String owner = "";

    static HarnessFile read(String text) {
        HarnessFile file = new HarnessFile();
        text.lines().forEach(file::line);
        return file;
    }

    List<String> facts() {
        return facts;
    }

    /** The names of {@code assert} and {@code match}. */
    Map<String, List<String>> luassert() {
        return Map.of("assert", assertions, "match", matchers);
    }

    private void line(String line) {
        Matcher found = CLASS.matcher(line);
        if (found.matches()) {
            owner = found.group(1);
        }
        found = FIELD.matcher(line);
        if (found.matches()) {
            field(found.group(1));
        }
        found = METHOD.matcher(line);
        if (found.matches()) {
            method(found.group(1) != null, found.group(2), found.group(3), found.group(4));
            return;
        }
        found = FUNCTION.matcher(line);
        if (found.matches()) {
            named(found.group(1));
        }
        found = VALUE.matcher(line);
        if (found.matches()) {
            named(found.group(1));
        }
    }

    private void field(String name) {
        if (owner.equals("luassert")) {
            assertions.add(name);
        } else {
            facts.add(owner.replace("harness.", "") + "." + name);
        }
    }

    private void method(boolean ofSpy, String kind, String name, String parameters) {
        long count = parameters.isEmpty() ? 0 : parameters.split(",", -1).length;
        facts.add(ofSpy ? "luassert." + kind + "." + name : kind + ":" + name + " " + count);
    }

    private void named(String name) {
        if (name.startsWith("luassert.")) {
            assertions.add(name.substring("luassert.".length()));
        } else if (name.startsWith("match.")) {
            matchers.add(name.substring("match.".length()));
        } else {
            facts.add(name.contains(".") ? name : "global " + name);
        }
    }
}
