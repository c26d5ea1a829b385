package org.scriptsocket.runner;

import org.scriptsocket.ScriptHost;

/** What scripts that are not Lua know as {@code os}. Public for the engines, which find its method by reflection. */
public final class OsObject {

    private final ScriptHost host;
    private final Ending ending;

    OsObject(ScriptHost host, Ending ending) {
        this.host = host;
        this.ending = ending;
    }

    /** Ends the run with this status. */
    @SuppressWarnings("DoNotCallSuggester") // for scripts to call
    public void exit(int status) {
        throw ending.exit(host, status);
    }
}
