package org.scriptsocket.lua;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/** The tables of globals that stand for bindings of the host: one for each, as long as anything of it lives. */
final class Environments {

    private final LibraryCopy library;
    private final JavaValues values;
    private final ModuleFunctions modules;
    private final Map<Key, WeakReference<ScopeTable>> known = new HashMap<>();
    private final ReferenceQueue<Bindings> gone = new ReferenceQueue<>();

    Environments(LibraryCopy library, JavaValues values, ModuleFunctions modules) {
        this.library = library;
        this.values = values;
        this.modules = modules;
    }

    /** Bindings that are equal need not be the same. */
    private static final class Key extends WeakReference<Bindings> {

        private final int hash;

        Key(Bindings bindings, @Nullable ReferenceQueue<Bindings> queue) {
            super(bindings, queue);
            this.hash = System.identityHashCode(bindings);
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Bindings bindings = get();
            return bindings != null && other instanceof Key key && key.get() == bindings;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    ScopeTable of(Bindings bindings, ScriptContext context) {
        for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
            known.remove(each);
        }
        WeakReference<ScopeTable> reference = known.get(new Key(bindings, null));
        ScopeTable table = reference == null ? null : reference.get();
        if (table == null || !table.isOf(bindings, context)) {
            table = create(bindings, context);
            known.put(new Key(bindings, gone), new WeakReference<>(table));
        }
        return table;
    }

    private ScopeTable create(Bindings bindings, ScriptContext context) {
        ScopeTable table = new ScopeTable(bindings, context, values, library.table());
        modules.share(table, library.table());
        return table;
    }
}
