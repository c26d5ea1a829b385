package org.scriptsocket.docs.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file says of the module, in the words of {@code probe.lua}. */
final class ModuleFacts {

    private static final List<String> EVENTS =
            List.of("EVENT_CONNECTED", "EVENT_DISCONNECTED", "EVENT_MESSAGE", "EVENT_ERROR");
    private static final Pattern ONLY = Pattern.compile("Only of ([A-Z_, ]+)\\.$");

    private final Set<String> all = new TreeSet<>();

    void constant(String name, String value) {
        all.add(("constant " + name + " " + value).strip());
    }

    void function(String name, long parameters, long returns) {
        all.add("function " + name);
        all.add("function " + name + " " + parameters);
        all.add("returns " + name + " " + returns);
    }

    void callback(long parameters) {
        all.add("callback " + parameters);
    }

    /** A field of the event, or of another table that a script gives or gets. */
    void field(String table, String name, String type, String desc) {
        String field = table + "." + name + " " + kind(type);
        if (table.equals("data")) {
            events(desc).forEach(event -> all.add(event + " " + field));
        } else {
            all.add(field);
        }
    }

    Set<String> all() {
        return all;
    }

    private static List<String> events(String desc) {
        Matcher only = ONLY.matcher(desc.replaceAll("\\s+", " "));
        return only.find() ? Arrays.asList(only.group(1).split(", ", -1)) : EVENTS;
    }

    private static String kind(String type) {
        if (type.equals("integer")) {
            return "number";
        }
        return type.matches("string|number") ? type : "table";
    }
}
