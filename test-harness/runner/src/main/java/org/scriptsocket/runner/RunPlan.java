package org.scriptsocket.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.script.ScriptEngine;
import org.scriptsocket.policy.HostSettings;

/**
 * What is to be run, and how.
 *
 * @param globals what the script finds besides {@code websocket}
 * @param variables the strings that it finds as globals
 * @param hz updates a second; 0 for as soon as something arrives
 * @param timeout seconds; infinite for none
 * @param trace whether events are shown
 */
record RunPlan(
        ScriptSource source,
        ScriptEngine engine,
        ScriptGlobals globals,
        Transports.Choice transport,
        Map<String, String> variables,
        int instances,
        double hz,
        double timeout,
        HostSettings settings,
        boolean trace) {

    /** The same for one turn of a watched run, which has its own server and keeps the time. */
    RunPlan watched(Saves saves, EchoServer server) {
        Map<String, String> known = new LinkedHashMap<>(variables);
        server.url().ifPresent(url -> known.put(EchoServer.URL, url));
        return new RunPlan(
                source,
                engine,
                WatchedGlobals.of(engine, globals, saves),
                transport,
                known,
                instances,
                hz,
                Double.POSITIVE_INFINITY,
                settings,
                trace);
    }
}
