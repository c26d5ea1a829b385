package org.scriptsocket.lua;

import java.util.AbstractList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** The positions of a table as a live list. */
final class LuaTableList extends AbstractList<@Nullable Object> {

    private final JavaValues values;
    private final LuaTable table;
    private final Scope scope;

    LuaTableList(JavaValues values, LuaTable table, Scope scope) {
        this.values = values;
        this.table = table;
        this.scope = scope;
    }

    LuaTable table() {
        return table;
    }

    boolean isOf(JavaValues engine) {
        return values == engine;
    }

    @Override
    public int size() {
        return table.rawlen();
    }

    @Override
    public @Nullable Object get(int index) {
        Objects.checkIndex(index, size());
        return values.toJava(table.rawget(index + 1), scope);
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object value) {
        Object before = get(index);
        table.rawset(index + 1, value(value));
        return before;
    }

    @Override
    public void add(int index, @Nullable Object value) {
        int end = size();
        Objects.checkIndex(index, end + 1);
        LuaValue added = value(value);
        for (int i = end; i > index; i--) {
            table.rawset(i + 1, table.rawget(i));
        }
        table.rawset(index + 1, added);
    }

    @Override
    public @Nullable Object remove(int index) {
        int end = size();
        Object before = get(index);
        for (int i = index + 1; i < end; i++) {
            table.rawset(i, table.rawget(i + 1));
        }
        table.rawset(end, LuaValue.NIL);
        return before;
    }

    private LuaValue value(@Nullable Object value) {
        if (value == null) {
            throw new NullPointerException("A table can not hold null at a position");
        }
        return values.toLua(value);
    }
}
