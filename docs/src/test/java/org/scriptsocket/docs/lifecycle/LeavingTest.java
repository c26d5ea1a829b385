package org.scriptsocket.docs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;

/** A host application that exits without close still exits, in a JVM of its own for each way to do that. */
final class LeavingTest {

    private static final long SECONDS = 100;

    @Test
    void an_application_that_returns_from_main_without_close_exits() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.on("/silent", Behaviour.silence());
            Map<Leaving, Process> running = new EnumMap<>(Leaving.class);
            for (Leaving way : Leaving.values()) {
                running.put(way, start(way, server.url()));
            }
            running.forEach(LeavingTest::assertEnds);
            assertThat(Eventually.holds(() -> server.openConnections() == 0)).isTrue();
            assertThat(server.takeConnections())
                    .as("each but perhaps the one that was dialling")
                    .hasSizeBetween(Leaving.values().length - 1, Leaving.values().length);
        }
    }

    private static void assertEnds(Leaving way, Process process) {
        try {
            assertThat(process.onExit()).as("the end of %s", way).succeedsWithin(SECONDS, TimeUnit.SECONDS);
            assertThat(process.exitValue()).as("the status of %s", way).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Leaving way, String url) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leaving.class.getName(),
                        way.name(),
                        url)
                .inheritIO()
                .start();
    }
}
