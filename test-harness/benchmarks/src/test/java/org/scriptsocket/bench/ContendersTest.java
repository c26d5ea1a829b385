package org.scriptsocket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContendersTest {

    private static final int ENOUGH = 20;
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(60);

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);

    private static Child server;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        server = Child.java("the echo server", List.of(), EchoServer.class);
        port = Integer.parseInt(server.read());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachDoesEachWorkload(String contender, String workload) throws Exception {
        try (Contender.Running running = Contenders.named(contender).begin(Workload.named(workload), port)) {
            long begun = System.nanoTime();
            while (running.count() < ENOUGH && System.nanoTime() - begun < LIMIT) {
                LockSupport.parkNanos(LOOK);
            }
            assertThat(running.count()).isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void eachOpensIdleConnections(String contender) throws Exception {
        Contenders.named(contender).open(100, port).close();
    }

    static Stream<String> contenders() {
        return Contenders.inJavaByName().stream();
    }

    static Stream<Arguments> all() {
        return contenders()
                .flatMap(contender -> Workload.ALL.stream().map(workload -> Arguments.of(contender, workload.name())));
    }
}
