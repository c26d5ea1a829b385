package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/**
 * A part of an evaluated spec.
 *
 * @param key by which the same part is found when the file is evaluated again
 * @param line its first
 * @param last its last
 * @param pending why it is not run, or null
 * @param message what is wrong, of a problem; else empty
 */
record SpecNode(
        Kind kind,
        LuaString key,
        String name,
        int line,
        int last,
        @Nullable String pending,
        String message,
        List<SpecNode> children) {

    /** Their names in lower case are the types of the segments of unique ids. */
    enum Kind {
        FILE,
        DESCRIBE,
        IT,
        /** What the spec did wrong; a test that fails. */
        PROBLEM;

        String segment() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static SpecNode of(LuaTable table) {
        List<SpecNode> children = new ArrayList<>();
        LuaTable all = table.get("children").checktable();
        for (int i = 1; i <= all.length(); i++) {
            children.add(of(all.get(i).checktable()));
        }
        LuaValue pending = table.get("pending");
        return new SpecNode(
                Kind.valueOf(table.get("kind").tojstring().toUpperCase(Locale.ROOT)),
                table.get("key").checkstring(),
                Texts.of(table.get("name")),
                table.get("line").toint(),
                table.get("last").toint(),
                pending.isnil() ? null : Texts.of(pending),
                Texts.withCalls(table.get("message"), table.get("traceback")),
                List.copyOf(children));
    }

    /** A file that has nothing but what is wrong with it. */
    static SpecNode broken(String file, String problem, int line, String message) {
        LuaString none = Texts.of("");
        SpecNode wrong = new SpecNode(Kind.PROBLEM, none, problem, line, line, null, message, List.of());
        return new SpecNode(Kind.FILE, none, file, 1, line, null, "", List.of(wrong));
    }

    boolean isContainer() {
        return kind == Kind.FILE || kind == Kind.DESCRIBE;
    }

    Optional<SpecNode> child(String segment, String childName) {
        return children.stream()
                .filter(child -> child.kind.segment().equals(segment) && child.name.equals(childName))
                .findFirst();
    }

    /** From this node's child down to the innermost part that has the line; empty if no child has it. */
    List<SpecNode> at(int wanted) {
        List<SpecNode> path = new ArrayList<>();
        for (SpecNode child : children) {
            if (path.isEmpty() && child.line <= wanted && wanted <= child.last) {
                path.add(child);
                path.addAll(child.at(wanted));
            }
        }
        return path;
    }
}
