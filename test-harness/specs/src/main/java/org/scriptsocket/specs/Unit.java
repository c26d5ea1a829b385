package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** How the test or the hooks that run stand, as the scripts tell it. On the thread of the spec, or one that carries it on. */
final class Unit {

    private boolean over;
    private List<String> failures = List.of();
    private @Nullable String pending;

    private double deadline;
    private boolean retries;
    private boolean progressed;

    void begin() {
        over = false;
        failures = List.of();
        pending = null;
    }

    /** Told when it is over. */
    void over(LuaTable thrown, LuaValue reason) {
        over = true;
        failures = new ArrayList<>();
        for (int i = 1; i <= thrown.length(); i++) {
            LuaValue failure = thrown.get(i);
            failures.add(Texts.withCalls(failure.get("message"), failure.get("traceback")));
        }
        pending = reason.isnil() ? null : Texts.of(reason);
    }

    /** Told at the end of each update. */
    void stands(double until, boolean polls, boolean wentOn) {
        deadline = until;
        retries = polls;
        progressed = wentOn;
    }

    boolean isOver() {
        return over;
    }

    List<String> failures() {
        return failures;
    }

    /** Why the test has given up, or null. */
    @Nullable String pending() {
        return pending;
    }

    /** In milliseconds, until when it waits at most. */
    double deadline() {
        return deadline;
    }

    /** Whether it tries something again in each update. */
    boolean retries() {
        return retries;
    }

    /** Whether something was done in the last update but to try again. */
    boolean progressed() {
        return progressed;
    }
}
