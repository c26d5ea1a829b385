package org.scriptsocket.docs.editor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads Defold's description of the module. */
final class ScriptApiFacts {

    private final ModuleFacts facts = new ModuleFacts();

    private ScriptApiFacts() {}

    static Set<String> of(String file) {
        ScriptApiFacts reader = new ScriptApiFacts();
        Object modules = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        for (Map<?, ?> module : maps(modules)) {
            maps(module.get("members")).forEach(reader::member);
        }
        return reader.facts.all();
    }

    private void member(Map<?, ?> member) {
        if (text(member, "type").equals("function")) {
            facts.function(
                    text(member, "name"),
                    maps(member.get("parameters")).size(),
                    maps(member.get("returns")).size());
            maps(member.get("parameters")).forEach(this::value);
        } else {
            facts.constant(text(member, "name"), "");
        }
    }

    /** What a script gives or gets, and what is in it. */
    private void value(Map<?, ?> value) {
        List<Map<?, ?>> parameters = maps(value.get("parameters"));
        if (!parameters.isEmpty()) {
            facts.callback(parameters.size());
            parameters.forEach(this::value);
        }
        for (Map<?, ?> field : maps(value.get("members"))) {
            facts.field(text(value, "name"), text(field, "name"), text(field, "type"), text(field, "desc"));
            value(field);
        }
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key));
    }

    private static List<Map<?, ?>> maps(Object list) {
        return list instanceof List<?> all
                ? all.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList()
                : List.of();
    }
}
