package org.scriptsocket.editor;

import java.util.List;
import java.util.stream.Collectors;

/** A definition file for the Lua language server: Lua that is never run, with annotations. */
final class LuaLsFile {

    private final StringBuilder text = new StringBuilder("---@meta\n");

    private LuaLsFile() {}

    static String of(Api api) {
        LuaLsFile file = new LuaLsFile();
        api.classes().forEach(file::classOf);
        api.globals().forEach(file::global);
        return file.text.toString();
    }

    private void classOf(Entry entry) {
        begin(entry);
        line("---@class " + entry.name());
        call(entry);
        List<Entry> methods = entry.members().stream().filter(Entry::isFunction).toList();
        entry.members().stream().filter(member -> !member.isFunction()).forEach(this::field);
        if (!methods.isEmpty()) {
            String local = entry.name().replace('.', '_');
            line("local " + local + " = {}");
            methods.forEach(method -> function(local + (method.type().equals("method") ? ":" : "."), method));
        }
    }

    private void global(Entry entry) {
        if (entry.isTable()) {
            begin(entry);
            line("---@class " + entry.name());
            call(entry);
            table(entry.name(), entry);
        } else {
            member("", entry);
        }
    }

    private void member(String owner, Entry member) {
        if (member.isFunction()) {
            function(owner, member);
            return;
        }
        begin(member);
        call(member);
        if (member.isTable() && !member.members().isEmpty()) {
            table(owner + member.name(), member);
        } else {
            line("---@type " + member.type());
            line(owner + member.name() + " = " + valueOf(member));
        }
    }

    /** Not nil, or there would be no such member. */
    private static Object valueOf(Entry member) {
        return member.value() == null ? "{}" : member.value();
    }

    private void table(String name, Entry table) {
        line(name + " = {}");
        table.members().forEach(member -> member(name + ".", member));
    }

    /** @param owner what stands before the name, with its dot or colon */
    private void function(String owner, Entry function) {
        begin(function);
        function.parameters().forEach(this::parameter);
        function.returns()
                .forEach(value -> line("---@return " + typeOf(value) + " " + value.name() + " " + flat(value)));
        String names = function.parameters().stream().map(Entry::name).collect(Collectors.joining(", "));
        line("function " + owner + function.name() + "(" + names + ") end");
    }

    private void parameter(Entry parameter) {
        line("---@param " + parameter.name() + (parameter.optional() ? "?" : "") + " " + typeOf(parameter) + " "
                + flat(parameter));
    }

    private void field(Entry field) {
        line("---@field " + field.name() + (field.optional() || !field.of().isEmpty() ? "?" : "") + " " + typeOf(field)
                + " " + flat(field));
    }

    private void call(Entry entry) {
        if (entry.call() != null) {
            line("---@overload " + entry.call());
        }
    }

    private static String typeOf(Entry entry) {
        if (!entry.isFunction() || entry.parameters().isEmpty()) {
            return entry.type();
        }
        return entry.parameters().stream()
                .map(parameter -> parameter.name() + (parameter.optional() ? "?" : "") + ": " + typeOf(parameter))
                .collect(Collectors.joining(", ", "fun(", ")"));
    }

    private void begin(Entry entry) {
        text.append('\n');
        entry.fullDesc().lines().forEach(each -> line("---" + each));
    }

    private static String flat(Entry entry) {
        return entry.fullDesc().replaceAll("\\s+", " ");
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
