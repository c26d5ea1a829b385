package org.scriptsocket.lua;

import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;

/** A script's error for a Java caller; its message is Lua's, {@code file.lua:12: message}. */
final class LuaScriptException extends ScriptException {

    private static final long serialVersionUID = 1;

    private final String text;

    private LuaScriptException(String text, @Nullable Position position, Throwable cause) {
        super(text, position == null ? null : position.file(), position == null ? -1 : position.line());
        this.text = text;
        initCause(cause);
    }

    static LuaScriptException of(LuaError failure) {
        String text = failure.getMessage();
        Position position = Position.in(text);
        return new LuaScriptException(text, position == null ? Position.innermost(failure) : position, failure);
    }

    static LuaScriptException of(BudgetSpent spent) {
        return new LuaScriptException(spent.located(), spent.position(), spent);
    }

    @Override
    public String getMessage() {
        return text;
    }
}
