package org.scriptsocket.lua;

import java.util.Objects;
import javax.script.ScriptException;

/** What a function of a script threw, out of a method of Java that declares no {@link ScriptException}. The cause has file and line. */
public final class UncheckedScriptException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UncheckedScriptException(ScriptException cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public synchronized ScriptException getCause() {
        return (ScriptException) Objects.requireNonNull(super.getCause());
    }
}
