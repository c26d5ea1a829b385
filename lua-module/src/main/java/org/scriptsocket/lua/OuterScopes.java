package org.scriptsocket.lua;

import java.util.List;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/** The scopes of a context behind {@code ENGINE_SCOPE}, in their order; {@code GLOBAL_SCOPE} is the usual one. */
final class OuterScopes {

    private OuterScopes() {}

    /** The first bindings that have a variable, or null. */
    static @Nullable Bindings having(String name, ScriptContext context) {
        for (int scope : sorted(context)) {
            Bindings bindings = context.getBindings(scope);
            if (bindings != null && bindings.containsKey(name)) {
                return bindings;
            }
        }
        return null;
    }

    /** Whether two contexts have the same ones. */
    @SuppressWarnings("ReferenceEquality")
    static boolean same(ScriptContext one, ScriptContext other) {
        return one == other
                || sorted(one).equals(sorted(other))
                        && sorted(one).stream().allMatch(scope -> one.getBindings(scope) == other.getBindings(scope));
    }

    private static List<Integer> sorted(ScriptContext context) {
        return context.getScopes().stream()
                .filter(scope -> scope != ScriptContext.ENGINE_SCOPE)
                .sorted()
                .toList();
    }
}
