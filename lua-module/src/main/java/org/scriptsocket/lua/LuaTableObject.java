package org.scriptsocket.lua;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/**
 * A table of a script as Java has it: a live map of its fields, past metamethods. {@link #asList} is the same for its positions 1, 2, 3.
 * For the engine's thread. Given back to its engine, it is that table again.
 *
 * <p>Keys and values are converted each time. A null value takes the field away; a null key throws NullPointerException, and NaN
 * IllegalArgumentException. Scripts may change the table while Java iterates, but fields that are added then may be missed.
 */
public final class LuaTableObject extends AbstractMap<Object, @Nullable Object> {

    private final JavaValues values;
    final LuaTable table;
    private final Scope scope;

    LuaTableObject(JavaValues values, LuaTable table, Scope scope) {
        this.values = values;
        this.table = table;
        this.scope = scope;
    }

    /** Its positions from 1 on, as many as {@code #} says, as a live list. Lists hold no null. */
    public List<@Nullable Object> asList() {
        return new LuaTableList(values, table, scope);
    }

    /** The table itself, for code that is written against the VM. */
    public LuaTable table() {
        return table;
    }

    boolean isOf(JavaValues engine) {
        return values == engine;
    }

    @Nullable Object value(LuaValue key) {
        return values.toJava(table.rawget(key), scope);
    }

    /** A key as Java has it. */
    Object name(LuaValue key) {
        return Objects.requireNonNull(values.toJava(key, scope));
    }

    private LuaValue key(@Nullable Object key) {
        if (key == null) {
            throw new NullPointerException("A table has no field without a name");
        }
        LuaValue known = values.toLua(key);
        if (!known.isvalidkey()) {
            throw new IllegalArgumentException("A table has no field with this name");
        }
        return known;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return value(key(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return !table.rawget(key(key)).isnil();
    }

    @Override
    public @Nullable Object put(Object key, @Nullable Object value) {
        LuaValue known = key(key);
        Object before = value(known);
        table.rawset(known, values.toLua(value));
        return before;
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        LuaValue known = key(key);
        Object before = value(known);
        table.rawset(known, LuaValue.NIL);
        return before;
    }

    @Override
    public void clear() {
        for (LuaValue key : table.keys()) {
            table.rawset(key, LuaValue.NIL);
        }
    }

    @Override
    public int size() {
        return table.keyCount();
    }

    @Override
    public Set<Map.Entry<Object, @Nullable Object>> entrySet() {
        return new Fields(this);
    }

    /** Two tables are equal if they hold the same, tables in them included. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LuaTableObject twin
                ? new TableComparison().same(table, twin.table)
                : super.equals(other);
    }

    /** That of a map which has the same texts, numbers and truths, and nothing else: a table may contain itself. */
    @Override
    public int hashCode() {
        int sum = 0;
        for (LuaValue key : table.keys()) {
            sum += hash(name(key)) ^ hash(value(key));
        }
        return sum;
    }

    private static int hash(@Nullable Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        return plain ? Objects.hashCode(value) : 0;
    }

    /** Its own fields; a table among them is not opened, as it may contain this one. */
    @Override
    public String toString() {
        return entrySet().stream()
                .map(field -> shown(field.getKey()) + "=" + shown(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Map) {
            return "{...}";
        }
        return value instanceof Collection ? "[...]" : value;
    }

    /** The live set of the fields. */
    private static final class Fields extends AbstractSet<Map.Entry<Object, @Nullable Object>> {

        private final LuaTableObject map;

        Fields(LuaTableObject map) {
            this.map = map;
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public Iterator<Map.Entry<Object, @Nullable Object>> iterator() {
            return new LuaFields(map);
        }
    }
}
