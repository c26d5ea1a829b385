package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jdk.JdkTransport;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.engine.Dialect;
import org.scriptsocket.kit.engine.EngineContract;
import org.scriptsocket.kit.engine.EngineSubject;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;

/** One engine: the contract in memory, and its example over a socket. */
abstract class EngineTest extends EngineContract {

    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final String name;
    private final String factory;
    private final Dialect dialect;
    private final Map<String, String> exceptions;

    /**
     * @param name of the folder with its example
     * @param factory the class of its {@link ScriptEngineFactory}: the others, which all are on the class path, cost time
     */
    EngineTest(String name, String factory, Dialect dialect, Map<String, String> exceptions) {
        this.name = name;
        this.factory = factory;
        this.dialect = dialect;
        this.exceptions = exceptions;
    }

    @Override
    protected final EngineSubject subject() {
        return new EngineSubject(name, this::engine, dialect, exceptions);
    }

    /** Which cases are played over sockets, unless all are asked for: so that a build takes no longer than it must. */
    SocketCases overSockets() {
        return SocketCases.TELLING;
    }

    enum SocketCases {
        /** All, over each transport. */
        ALL,
        /** Those that say most, over each transport. */
        TELLING,
        /** Those of these that carry messages, over Jetty. */
        MESSAGES
    }

    @Override
    protected final List<Transport> transports() {
        boolean isOne = overSockets() == SocketCases.MESSAGES && !isAllAskedFor();
        return isOne ? List.of(new JettyTransport()) : List.of(new JettyTransport(), new JdkTransport());
    }

    @Override
    protected final boolean isPlayed(String id, boolean saysMost, Transport transport) {
        if (isAllAskedFor() || overSockets() == SocketCases.ALL) {
            return true;
        }
        return saysMost && (overSockets() == SocketCases.TELLING || id.matches("(5\\.3|6\\.2) .*"));
    }

    static boolean isAllAskedFor() {
        return Boolean.getBoolean("engines.all");
    }

    final ScriptEngine engine() {
        return ServiceLoader.load(ScriptEngineFactory.class).stream()
                .filter(provider -> provider.type().getName().equals(factory))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + factory))
                .get()
                .getScriptEngine();
    }

    @Test
    void the_example_runs_over_a_socket() throws Exception {
        List<String> lines = new ArrayList<>();
        List<ScriptError> errors = new ArrayList<>();
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = new JettyTransport();
                ScriptHost host = ScriptHost.builder()
                        .transport(transport)
                        .onScriptError(errors::add)
                        .build()) {
            ScriptEngine engine = engine();
            host.define(engine, "log", values -> {
                lines.add(Stream.of(values).map(String::valueOf).collect(Collectors.joining("\t")));
                return null;
            });
            engine.put("URL", server.url());
            host.load(engine, example()).start();
            long end = System.nanoTime() + LIMIT_NANOS;
            host.run(0, () -> host.isIdle() || System.nanoTime() - end > 0);
            assertThat(errors).extracting(ScriptError::located).isEmpty();
            assertThat(lines)
                    .containsExactly(
                            "Connected: websocket: 1 (" + server.url() + ")",
                            "Text: gr\u00fc\u00dfe \uD83D\uDE00",
                            "Binary: 0 127 128 255",
                            "Disconnected: 1000");
        }
    }

    private Path example() {
        String file = dialect.file();
        return Path.of("..", "..", "docs", "examples", name, "echo" + file.substring(file.lastIndexOf('.')));
    }
}
