package org.scriptsocket.specs;

import org.scriptsocket.ScriptUnwind;
import org.scriptsocket.lua.vm.Level;
import org.scriptsocket.lua.vm.Traceback;

/** Code of a spec ran on and on without a wait; no script can catch it. */
final class Overrun extends ScriptUnwind {

    private static final long serialVersionUID = 1;

    private final transient Traceback calls;

    Overrun(long limitMillis, Traceback calls) {
        super("the limit of " + limitMillis + " ms has passed in code that never waits");
        this.calls = calls;
    }

    /** The line that ran, or 1. */
    int line() {
        Level level = calls.innermost();
        return level == null ? 1 : level.line();
    }

    /** What happened, after its place. */
    String located() {
        Level level = calls.innermost();
        return level == null ? String.valueOf(getMessage()) : level.file() + ":" + level.line() + ": " + getMessage();
    }

    String traceback() {
        return calls.toString();
    }
}
