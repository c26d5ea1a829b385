package org.scriptsocket.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the host as a wrapper in a script's language calls it. Public for the engines, which find its method by reflection. */
public final class HostFunction {

    private final ScriptFunction target;

    HostFunction(ScriptFunction target) {
        this.target = target;
    }

    /** @param values what the wrapper made of the script's values */
    public @Nullable Object call(List<?> values) throws Exception {
        Object[] arguments = new Object[values.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values.get(i) instanceof Foreign foreign && foreign.nil() ? null : values.get(i);
        }
        return target.call(arguments);
    }
}
