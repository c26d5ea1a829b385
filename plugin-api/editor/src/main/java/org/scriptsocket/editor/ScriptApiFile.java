package org.scriptsocket.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Defold's {@code .script_api}: YAML with the fields of each table where it is used. */
final class ScriptApiFile {

    private static final List<String> SIMPLE = List.of("string", "number", "boolean", "function", "table");

    private final Map<String, Entry> classes;
    /** Those whose fields are being written: a class may lead to itself. */
    private final Deque<String> open = new ArrayDeque<>();

    private ScriptApiFile(Api api) {
        classes = api.classes().stream().collect(Collectors.toMap(Entry::name, entry -> entry));
    }

    static String of(Api api) {
        ScriptApiFile file = new ScriptApiFile(api);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(options).dump(api.globals().stream().map(file::element).toList());
    }

    private Map<String, Object> element(Entry entry) {
        Map<String, Object> element = new LinkedHashMap<>();
        List<Entry> members = open.contains(entry.type()) ? List.of() : members(entry);
        element.put("name", entry.name());
        element.put("type", type(entry));
        element.put("desc", entry.fullDesc());
        if (entry.optional()) {
            element.put("optional", true);
        }
        list(element, "parameters", entry.parameters());
        list(element, "returns", entry.returns());
        open.push(entry.type());
        list(element, "members", members);
        open.pop();
        return element;
    }

    private void list(Map<String, Object> element, String key, List<Entry> entries) {
        if (!entries.isEmpty()) {
            element.put(key, new ArrayList<>(entries.stream().map(this::element).toList()));
        }
    }

    private List<Entry> members(Entry entry) {
        Entry named = classes.get(entry.type());
        return named == null ? entry.members() : named.members();
    }

    /** Of a choice the first, of a table no more than that. */
    private String type(Entry entry) {
        String first = entry.type().replaceFirst("[|<?].*", "");
        if (SIMPLE.contains(first)) {
            return first;
        }
        if (first.equals("integer")) {
            return "number";
        }
        return members(entry).isEmpty() ? "object" : "table";
    }
}
