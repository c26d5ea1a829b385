package org.scriptsocket.docs.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.contract.ContractSubject;
import org.scriptsocket.kit.contract.TransportContract;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;

/** The transport of docs/tutorial-transport.md: the whole contract, and a script. */
final class NettyTransportTest extends TransportContract {

    private static final long LIMIT_NANOS = 60_000_000_000L;

    @Override
    protected ContractSubject subject() {
        return new ContractSubject(new NettyTransport(), MisbehavingServer.start());
    }

    @Test
    void carries_a_script() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                NettyTransport transport = new NettyTransport();
                ScriptHost host = ScriptHost.builder().transport(transport).build()) {
            server.on("/", Behaviour.accept().receive(1).close(4001, "bye"));
            ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
            lua.put("URL", server.url());
            host.load(lua, Path.of("src/test/resources/org/scriptsocket/docs/tutorial/hello.lua"))
                    .start();
            long end = System.nanoTime() + LIMIT_NANOS;
            host.run(0, () -> host.isIdle() || System.nanoTime() - end > 0);
            RecordedConnection seen = server.takeConnection();
            seen.assertRequest("/");
            assertThat(seen.takeFrame().string()).isEqualTo("Hello from the other side");
            assertThat(seen.takeFrame().status().code()).isEqualTo(4001);
        }
    }

    @Test
    void it_has_less_than_150_lines_without_imports_and_blank_ones() {
        assertThat(Stream.of("NettyTransport.java", "NettyLink.java").flatMap(file -> lines(file).stream()))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                .hasSizeLessThan(150);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src", "test", "java", "org", "scriptsocket", "docs", "netty", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
