package org.scriptsocket.lua;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;

/** The globals of a VM as bindings, live both ways. What JSR-223 reserves for itself is kept beside them. */
final class GlobalsBindings extends AbstractMap<String, @Nullable Object> implements Bindings {

    static final String RESERVED = "javax.script.";

    private final Globals globals;
    private final JavaValues values;
    private final Map<String, @Nullable Object> reserved;

    /** @param reserved what the engine says of itself */
    GlobalsBindings(Globals globals, JavaValues values, Map<String, String> reserved) {
        this.globals = globals;
        this.values = values;
        this.reserved = new LinkedHashMap<>(reserved);
    }

    @Override
    public @Nullable Object get(Object key) {
        String name = name(key);
        return name.startsWith(RESERVED)
                ? reserved.get(name)
                : values.toJava(
                        globals.rawget(LuaText.of(name)), values.scopes().engine());
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
        names().forEach(this::remove);
    }

    @Override
    public int size() {
        return names().size();
    }

    /** As they are now. */
    private List<String> names() {
        List<String> names = new ArrayList<>(reserved.keySet());
        for (LuaValue key : globals.keys()) {
            if (key instanceof LuaString && values.toJava(key) instanceof String name && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new Variables(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || super.equals(other);
    }

    /** Not that of its values: the globals are among them. */
    @Override
    public int hashCode() {
        return names().hashCode();
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

    /** The live set of the variables. */
    private static final class Variables extends AbstractSet<Entry<String, @Nullable Object>> {

        private final GlobalsBindings bindings;

        Variables(GlobalsBindings bindings) {
            this.bindings = bindings;
        }

        @Override
        public int size() {
            return bindings.size();
        }

        @Override
        public void clear() {
            bindings.clear();
        }

        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
            Iterator<String> names = bindings.names().iterator();
            return new Iterator<>() {
                private @Nullable String last;

                @Override
                public boolean hasNext() {
                    return names.hasNext();
                }

                @Override
                public Entry<String, @Nullable Object> next() {
                    String name = names.next();
                    last = name;
                    return new Variable(bindings, name);
                }

                @Override
                public void remove() {
                    bindings.remove(Objects.requireNonNull(last));
                }
            };
        }
    }

    private static final class Variable extends SimpleEntry<String, @Nullable Object> {

        private static final long serialVersionUID = 1;

        private final transient GlobalsBindings bindings;

        Variable(GlobalsBindings bindings, String name) {
            super(name, bindings.get(name));
            this.bindings = bindings;
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            bindings.put(getKey(), value);
            return super.setValue(value);
        }
    }
}
