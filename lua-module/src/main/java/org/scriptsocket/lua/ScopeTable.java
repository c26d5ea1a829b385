package org.scriptsocket.lua;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/**
 * Bindings of the host as the globals of a script: read there, then in the context's outer scopes, then in the library; written there. What
 * is no name for bindings, or one that JSR-223 reserves for itself, is kept beside them. In a sandbox there are no outer scopes, for others share those.
 */
final class ScopeTable extends LiveTable implements HeldMemory.Holder {

    /** About what a variable takes in bindings, its name aside. */
    private static final int VARIABLE = 64;

    private final Bindings bindings;
    private final ScriptContext context;
    private final JavaValues values;
    private final LuaTable library;
    /** {@code _G} and what knows of the modules that were loaded here. */
    private final LuaTable own = new LuaTable();
    /** Under keys that are no names. */
    private final LuaTable nameless = new LuaTable();

    /** @param library what scripts find wherever they run */
    ScopeTable(Bindings bindings, ScriptContext context, JavaValues values, LuaTable library) {
        this.bindings = bindings;
        this.context = context;
        this.values = values;
        this.library = library;
        own.rawset("_G", this);
    }

    /** Where what belongs to this scope alone is added to the library. */
    LuaTable own() {
        return own;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Bindings others, ScriptContext other) {
        return bindings == others && OuterScopes.same(context, other);
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        String name = name(key);
        if (name == null) {
            return nameless.rawget(key);
        }
        Bindings holder = bindings.containsKey(name) ? bindings : outer(name);
        if (holder != null) {
            return values.toLua(holder.get(name));
        }
        LuaValue special = own.rawget(key);
        return special.isnil() ? library.rawget(key) : special;
    }

    private @Nullable Bindings outer(String name) {
        return values.scopes().vm().meter() == null ? OuterScopes.having(name, context) : null;
    }

    @Override
    public void rawset(LuaValue key, LuaValue value) {
        String name = name(key);
        if (name == null) {
            nameless.rawset(key, value);
        } else if (value.isnil()) {
            bindings.remove(name);
        } else {
            bindings.put(name, values.toJava(value));
        }
    }

    @Override
    public LuaValue[] keys() {
        Set<LuaValue> all = new LinkedHashSet<>();
        bindings.keySet().stream().filter(name -> !isReserved(name)).forEach(name -> all.add(LuaText.of(name)));
        all.addAll(Set.of(own.keys()));
        all.addAll(Set.of(library.keys()));
        all.addAll(Set.of(nameless.keys()));
        return all.toArray(LuaValue[]::new);
    }

    private @Nullable String name(LuaValue key) {
        return key instanceof LuaString text
                        && values.toJava(text) instanceof String name
                        && !name.isEmpty()
                        && !isReserved(name)
                ? name
                : null;
    }

    private static boolean isReserved(String name) {
        return name.startsWith(GlobalsBindings.RESERVED);
    }

    /** What scripts have put into the bindings is theirs, too; of the host's objects nothing is. */
    @Override
    public void tell(HeldMemory held) {
        held.add(own);
        held.add(nameless);
        bindings.forEach((name, value) -> {
            held.add(name, VARIABLE + (long) name.length());
            values.tell(value, held);
        });
    }
}
