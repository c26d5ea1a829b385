package org.scriptsocket.lua;

import java.util.List;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;

/** A context with a scope of its own between the two of the specification. */
final class ThreeScopes extends SimpleScriptContext {

    static final int MIDDLE = 150;

    Bindings middle = new SimpleBindings();

    @Override
    public List<Integer> getScopes() {
        return List.of(ScriptContext.GLOBAL_SCOPE, MIDDLE, ScriptContext.ENGINE_SCOPE);
    }

    @Override
    public Bindings getBindings(int scope) {
        return scope == MIDDLE ? middle : super.getBindings(scope);
    }

    @Override
    public void setBindings(Bindings bindings, int scope) {
        if (scope == MIDDLE) {
            middle = bindings;
        } else {
            super.setBindings(bindings, scope);
        }
    }
}
