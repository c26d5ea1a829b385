package org.scriptsocket.lua;

import java.util.AbstractMap.SimpleEntry;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaValue;

/** Goes through the fields that a table had when it began. */
final class LuaFields implements Iterator<Map.Entry<Object, @Nullable Object>> {

    private final LuaTableObject map;
    private final LuaValue[] keys;
    private int next;
    /** Null before the first, and after a removal. */
    private @Nullable LuaValue last;

    LuaFields(LuaTableObject map) {
        this.map = map;
        this.keys = map.table.keys();
    }

    @Override
    public boolean hasNext() {
        while (next < keys.length && map.table.rawget(keys[next]).isnil()) {
            next++;
        }
        return next < keys.length;
    }

    @Override
    public Map.Entry<Object, @Nullable Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        LuaValue key = keys[next++];
        last = key;
        return new Field(map, map.name(key), map.value(key));
    }

    @Override
    public void remove() {
        if (last == null) {
            throw new IllegalStateException("There is no field to remove");
        }
        map.table.rawset(last, LuaValue.NIL);
        last = null;
    }

    private static final class Field extends SimpleEntry<Object, @Nullable Object> {

        private static final long serialVersionUID = 1;

        private final transient LuaTableObject map;

        Field(LuaTableObject map, Object key, @Nullable Object value) {
            super(key, value);
            this.map = map;
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            map.put(getKey(), value);
            return super.setValue(value);
        }
    }
}
