package org.scriptsocket.runner;

import java.nio.file.Path;
import java.util.Map;
import javax.script.ScriptEngine;
import org.scriptsocket.policy.Limits;

/**
 * What is to be run, and how.
 *
 * @param globals the strings that the script finds as globals
 * @param hz updates a second; 0 for as soon as something arrives
 * @param timeout seconds; infinite for none
 * @param trace whether events are shown
 */
record RunPlan(
        Path script,
        ScriptEngine engine,
        Transports.Choice transport,
        Map<String, String> globals,
        int instances,
        double hz,
        double timeout,
        Limits limits,
        boolean trace) {}
