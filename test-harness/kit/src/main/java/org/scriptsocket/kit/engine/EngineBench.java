package org.scriptsocket.kit.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.RecordedConnection;

/** One script in one engine and its peer, in virtual time. */
final class EngineBench implements AutoCloseable {

    /** How cases call where scripts connect; {@link EngineNet#url} takes its place. */
    static final String PEER = "ws://peer";

    /** The same with a path. */
    static final String URL = PEER + "/path";

    private final Dialect dialect;
    private final ScriptEngine engine;
    private final EngineNet net;
    private final List<String> seen = new ArrayList<>();
    private final List<ScriptError> errors = new ArrayList<>();
    private final List<ScriptInstance> instances = new ArrayList<>();
    private final ScriptHost host;
    private @Nullable Script script;
    private String source = "";

    /** @param net is closed with the bench */
    EngineBench(EngineSubject subject, EngineNet net) throws ScriptException {
        dialect = subject.dialect();
        engine = subject.engines().get();
        this.net = net;
        host = net.host().onScriptError(errors::add).build();
        host.define(engine, "saw", this::saw);
    }

    void load(String text) {
        source = here(text);
        try {
            script = host.load(engine, source, dialect.file());
        } catch (ScriptException e) {
            throw new AssertionError("The script can not be loaded: " + e.getMessage(), e);
        }
    }

    /** Loads a second script into the same engine, and starts it. */
    void startAnother(Source another) {
        String file = "another-" + dialect.file();
        try {
            instances.add(host.load(engine, here(another.in(dialect)), file).start());
        } catch (ScriptException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    void start() {
        try {
            instances.add(script().start());
        } catch (ScriptException e) {
            throw new AssertionError("init failed: " + e.getMessage(), e);
        }
    }

    /** Starts an instance whose init fails. */
    void startInVain() {
        try {
            script().start();
        } catch (ScriptException e) {
            seen.add("init: " + e.getMessage());
            return;
        }
        throw new AssertionError("init did not fail");
    }

    /** Updates until nothing more comes. */
    void settle() {
        net.settle(host);
    }

    void update(double seconds) {
        host.update(seconds);
    }

    /** Ends the instance that was started last. */
    void closeLast() {
        instances.get(instances.size() - 1).close();
    }

    void call(int instance, String function, Object... arguments) {
        try {
            seen.add("gave " + shown(instances.get(instance).call(function, arguments)));
        } catch (ScriptException e) {
            throw new AssertionError(function + " failed: " + e.getMessage(), e);
        }
    }

    void say(String text) {
        seen.add(text);
    }

    /** The next connection that the peer saw, its request not taken. */
    RecordedConnection peer() {
        return net.peers().takeConnection();
    }

    void assertNoConnection() {
        if (!net.peers().takeConnections().isEmpty()) {
            throw new AssertionError("a connection was made");
        }
    }

    /** One error was reported, with this text somewhere in its message; it is gone then. */
    ScriptError takeError(String text) {
        if (errors.isEmpty()) {
            throw new AssertionError("no error was reported that says '" + text + "'");
        }
        ScriptError error = errors.remove(0);
        if (!error.message().contains(text)) {
            throw new AssertionError(
                    "an error that says '" + text + "' was expected, and it says '" + error.message() + "'");
        }
        return error;
    }

    /** The number of the line of the script in which this stands. */
    int lineOf(String text) {
        int at = source.indexOf(text);
        return (int) source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    String file() {
        return dialect.file();
    }

    void assertSeen(List<String> expected) {
        boolean fits = seen.size() == expected.size();
        for (int i = 0; fits && i < expected.size(); i++) {
            fits = fits(here(expected.get(i)), seen.get(i));
        }
        if (!fits) {
            throw new AssertionError(
                    "The script must see\n" + here(String.join("\n", expected)).indent(2) + "and saw\n"
                            + String.join("\n", seen).indent(2));
        }
    }

    void assertNoErrors() {
        if (!errors.isEmpty()) {
            throw new AssertionError("errors were reported");
        }
    }

    String happened() {
        return "saw: " + seen + "\nerrors: "
                + errors.stream().map(ScriptError::located).toList() + "\n" + host.flightRecorder();
    }

    private String here(String text) {
        return text.replace(PEER, net.url());
    }

    private static boolean fits(String expected, String actual) {
        boolean open = expected.endsWith("...");
        boolean late = expected.startsWith("...");
        String core = expected.substring(late ? 3 : 0, expected.length() - (open ? 3 : 0));
        if (open && late) {
            return actual.contains(core);
        }
        return open ? actual.startsWith(core) : late ? actual.endsWith(core) : actual.equals(core);
    }

    private Script script() {
        if (script == null) {
            throw new IllegalStateException("no script was loaded");
        }
        return script;
    }

    private @Nullable Object saw(@Nullable Object... values) {
        // The position that Lua puts before the text of an error is looked at elsewhere.
        seen.add(Arrays.stream(values)
                .map(EngineBench::shown)
                .collect(Collectors.joining(" | "))
                .replaceFirst("^error \\| [\\w.-]+:\\d+:? ", "error | "));
        return null;
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "nil";
        }
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return Long.toString(number.longValue());
        }
        return value instanceof byte[] bytes ? "bytes " + Arrays.toString(bytes) : value.toString();
    }

    @Override
    public void close() {
        // Nobody moves the clock of the memory transport while close waits for the closing handshakes.
        host.abort();
        net.close();
    }
}
