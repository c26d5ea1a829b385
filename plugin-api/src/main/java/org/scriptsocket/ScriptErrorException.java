package org.scriptsocket;

import javax.script.ScriptException;

/** A script failed in a call that its host is waiting for: load, start or call. */
public final class ScriptErrorException extends ScriptException {

    private static final long serialVersionUID = 1;

    private final transient ScriptError error;

    ScriptErrorException(ScriptError error) {
        super(error.message(), error.file(), error.line());
        this.error = error;
        initCause(error.cause());
    }

    /** What is known of it. */
    public ScriptError error() {
        return error;
    }

    /** {@code file.lua:12: message}, as far as it is known. */
    @Override
    public String getMessage() {
        return error.located();
    }
}
