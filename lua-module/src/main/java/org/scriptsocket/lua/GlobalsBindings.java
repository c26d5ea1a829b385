package org.scriptsocket.lua;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;

/** The globals of a VM as bindings, live both ways. What JSR-223 reserves for itself is kept beside them. */
final class GlobalsBindings extends AbstractMap<String, @Nullable Object> implements Bindings {

    private static final String RESERVED = "javax.script.";

    private final Globals globals;
    private final JavaValues values;
    private final Map<String, @Nullable Object> reserved = new HashMap<>();

    GlobalsBindings(Globals globals, JavaValues values) {
        this.globals = globals;
        this.values = values;
    }

    @Override
    public @Nullable Object get(Object key) {
        String name = name(key);
        return name.startsWith(RESERVED) ? reserved.get(name) : values.toJava(globals.rawget(LuaText.of(name)));
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        if (name(name).startsWith(RESERVED)) {
            return reserved.put(name, value);
        }
        Object before = get(name);
        globals.rawset(LuaText.of(name), values.toLua(value));
        return before;
    }

    @Override
    public boolean containsKey(Object key) {
        String name = name(key);
        return name.startsWith(RESERVED)
                ? reserved.containsKey(name)
                : !globals.rawget(LuaText.of(name)).isnil();
    }

    @Override
    public @Nullable Object remove(Object key) {
        String name = name(key);
        return name.startsWith(RESERVED) ? reserved.remove(name) : put(name, null);
    }

    @Override
    public void putAll(Map<? extends String, ? extends @Nullable Object> all) {
        all.forEach(this::put);
    }

    @Override
    public void clear() {
        keySet().forEach(this::remove);
    }

    /** As it is now. */
    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(reserved);
        for (LuaValue key : globals.keys()) {
            if (key instanceof LuaString name) {
                all.put(LuaText.string(name), values.toJava(globals.rawget(key)));
            }
        }
        return all.entrySet();
    }

    private static String name(@Nullable Object key) {
        if (key == null) {
            throw new NullPointerException("The name of a binding must not be null");
        }
        if (key instanceof String name && !name.isEmpty()) {
            return name;
        }
        throw key instanceof String
                ? new IllegalArgumentException("The name of a binding must not be empty")
                : new ClassCastException("The name of a binding must be a String");
    }
}
