package org.scriptsocket.lua.vm;

import org.jspecify.annotations.NullMarked;

/**
 * What a script calls a value.
 *
 * @param kind {@code global}, {@code local}, {@code method}, {@code field} or {@code upvalue}
 */
@NullMarked
record VariableName(String kind, String name) {

    boolean isMethod() {
        return kind.equals("method");
    }

    @Override
    public String toString() {
        return kind + " '" + name + "'";
    }
}
