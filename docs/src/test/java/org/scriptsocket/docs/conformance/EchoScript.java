package org.scriptsocket.docs.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.EventQueue;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.Transport;

/** The script echo.lua in a host of its own, and what it saw. */
final class EchoScript implements AutoCloseable {

    private final List<String> seen = new ArrayList<>();
    private final ScriptHost host;
    private final ScriptInstance instance;

    EchoScript(Transport transport, Limits limits) throws ScriptException {
        host = ScriptHost.builder()
                .transport(transport)
                .limits(limits)
                .onScriptError(error -> seen.add("SCRIPT ERROR " + error.located()))
                .build();
        ScriptFunction record = arguments -> seen.add(String.valueOf(arguments[0]));
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("record", record);
        instance = host.load(engine, source(), "echo.lua").start();
    }

    /** Connects, and updates until the end was told. */
    void talk(String url) throws ScriptException {
        seen.clear();
        instance.call("talk", url);
        long begin = System.nanoTime();
        host.run(0, () -> hasEnded() || System.nanoTime() - begin > EventQueue.LIMIT.toNanos());
    }

    boolean hasEnded() {
        return seen.stream().anyMatch(line -> line.startsWith("DISCONNECTED"));
    }

    /** All events, those after the end too. */
    List<String> seen() {
        host.update(0);
        return List.copyOf(seen);
    }

    /** Without waiting for what a failed case has left. */
    void abort() {
        host.abort();
    }

    @Override
    public void close() {
        host.close();
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(EchoScript.class.getResourceAsStream("echo.lua"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
