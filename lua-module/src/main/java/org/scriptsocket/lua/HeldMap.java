package org.scriptsocket.lua;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaValue;

/** A {@link Map} of Java as a table. A whole number finds an Integer, a Long or a Double. */
final class HeldMap extends HeldTable {

    /** Bytes. */
    private static final int KEY = 24;

    private final Map<Object, @Nullable Object> map;

    @SuppressWarnings("unchecked")
    HeldMap(Map<?, ?> map, JavaValues values) {
        super(map, values);
        this.map = (Map<Object, @Nullable Object>) map;
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        Object known = known(key);
        return known == null ? NIL : values.toLua(map.get(known));
    }

    @Override
    public void rawset(LuaValue key, LuaValue value) {
        Object known = known(key);
        if (value.isnil()) {
            if (known != null) {
                change(() -> map.remove(known));
            }
            return;
        }
        Object name = known == null ? values.toJava(key) : known;
        change(() -> map.put(name, values.toJava(value)));
    }

    @Override
    public LuaValue[] keys() {
        return map.keySet().stream()
                .map(this::key)
                .filter(key -> key.isvalidkey() && !key.isnil())
                .toArray(LuaValue[]::new);
    }

    /** A map may have more keys than there is memory, or work that they make. */
    private LuaValue key(@Nullable Object key) {
        CurrentBudget.work(1);
        CurrentBudget.memory(KEY);
        return values.toLua(key);
    }

    /** The key as the map has it, or null. */
    private @Nullable Object known(LuaValue key) {
        return spellings(values.toJava(key)).filter(this::contains).findFirst().orElse(null);
    }

    private static Stream<Object> spellings(@Nullable Object key) {
        if (key == null) {
            return Stream.empty();
        }
        return key instanceof Number number
                ? Stream.<Object>of(key, number.longValue(), number.doubleValue())
                        .filter(each -> ((Number) each).doubleValue() == number.doubleValue())
                : Stream.of(key);
    }

    private boolean contains(Object key) {
        try {
            return map.containsKey(key);
        } catch (ClassCastException | IllegalArgumentException e) {
            // A sorted map of other keys, or bindings, which have no name that is empty.
            return false;
        }
    }
}
