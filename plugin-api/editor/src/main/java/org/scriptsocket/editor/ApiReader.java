package org.scriptsocket.editor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a description, and takes nothing that it does not know. */
final class ApiReader {

    private static final Set<String> API_KEYS = Set.of("name", "defold", "classes", "globals");
    private static final Set<String> ENTRY_KEYS =
            Set.of("name", "type", "desc", "optional", "value", "call", "parameters", "returns", "members", "of");

    private final String file;

    ApiReader(String file) {
        this.file = file;
    }

    Api read(String text) {
        Map<?, ?> root = map(parse(text), "the file");
        checkKeys(root, API_KEYS, "the file");
        return new Api(
                string(root, "name", "the file"),
                isTrue(root, "defold"),
                entries(root.get("classes"), "classes", "class"),
                entries(root.get("globals"), "globals", "table"));
    }

    private @Nullable Object parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private List<Entry> entries(@Nullable Object list, String where, String type) {
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof List<?> all)) {
            throw wrong(where + " is no list");
        }
        return all.stream().map(each -> entry(map(each, where), where, type)).toList();
    }

    private Entry entry(Map<?, ?> map, String where, String defaultType) {
        String name = string(map, "name", where);
        checkKeys(map, ENTRY_KEYS, name);
        return new Entry(
                name,
                map.containsKey("type") ? string(map, "type", name) : defaultType,
                string(map, "desc", name).strip(),
                isTrue(map, "optional"),
                map.get("value"),
                map.containsKey("call") ? string(map, "call", name) : null,
                entries(map.get("parameters"), name, "any"),
                entries(map.get("returns"), name, "any"),
                entries(map.get("members"), name, "any"),
                map.get("of") instanceof List<?> of
                        ? of.stream().map(String::valueOf).toList()
                        : List.of());
    }

    private void checkKeys(Map<?, ?> map, Set<String> known, String where) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw wrong("unknown key '" + key + "' in " + where + "; there are " + new TreeSet<>(known));
            }
        }
    }

    private Map<?, ?> map(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(where + " holds something that is no map");
    }

    private String string(Map<?, ?> map, String key, String where) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw wrong("there is no text '" + key + "' in " + where);
    }

    private static boolean isTrue(Map<?, ?> map, String key) {
        return Boolean.TRUE.equals(map.get(key));
    }

    private ApiException wrong(String what) {
        return new ApiException(file + ": " + what);
    }
}
