package org.scriptsocket.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has a name: a class, a global, a function, a parameter, a field.
 *
 * @param name of a class it may have dots; of a parameter {@code ...} stands for any number
 * @param type in LuaLS's words: {@code string}, {@code number?}, the name of a class; {@code function}, {@code method} and {@code table}
 *     where the entry itself says more
 * @param desc Markdown; one paragraph or more
 * @param value of a constant
 * @param call as what else the thing may be called, in LuaLS's words: {@code fun(value: any): any}
 * @param parameters of a function
 * @param returns of a function
 * @param members of a class or a table
 * @param of the only events that have this field; empty for all
 */
record Entry(
        String name,
        String type,
        String desc,
        boolean optional,
        @Nullable Object value,
        @Nullable String call,
        List<Entry> parameters,
        List<Entry> returns,
        List<Entry> members,
        List<String> of) {

    boolean isFunction() {
        return type.equals("function") || type.equals("method");
    }

    boolean isTable() {
        return type.equals("table");
    }

    /** The description, and which events have it. */
    String fullDesc() {
        return of.isEmpty() ? desc : desc + " Only of " + String.join(", ", of) + ".";
    }
}
