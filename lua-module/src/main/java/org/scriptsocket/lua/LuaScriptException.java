package org.scriptsocket.lua;

import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** A script's error for a Java caller; its message is Lua's, {@code file.lua:12: message}. */
final class LuaScriptException extends ScriptException {

    private static final long serialVersionUID = 1;

    private final String text;

    private LuaScriptException(String text, @Nullable Position position, LuaFailure cause) {
        super(text, position == null ? null : position.file(), position == null ? -1 : position.line());
        this.text = text;
        initCause(cause);
    }

    static LuaScriptException of(LuaFailure failure) {
        String text = failure.text();
        Position position = Position.in(text);
        return new LuaScriptException(text, position == null ? failure.calls().innermost() : position, failure);
    }

    @Override
    public String getMessage() {
        return text;
    }
}
