package org.scriptsocket.lua;

import java.util.List;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;

/** A context like another, all its scopes included, but for the bindings of {@code ENGINE_SCOPE}. */
final class InnerContext extends SimpleScriptContext {

    private final ScriptContext outer;

    InnerContext(ScriptContext outer, Bindings bindings) {
        this.outer = outer;
        this.engineScope = bindings;
        this.reader = outer.getReader();
        this.writer = outer.getWriter();
        this.errorWriter = outer.getErrorWriter();
    }

    @Override
    public List<Integer> getScopes() {
        return outer.getScopes();
    }

    @Override
    public @Nullable Bindings getBindings(int scope) {
        return scope == ENGINE_SCOPE ? engineScope : outer.getBindings(scope);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Bindings holder = engineScope.containsKey(name) ? engineScope : OuterScopes.having(name, outer);
        return holder == null ? null : holder.get(name);
    }
}
