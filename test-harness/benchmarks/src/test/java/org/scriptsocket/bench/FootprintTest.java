package org.scriptsocket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What idle connections, script instances and hosts take, in a JVM of its own with the heap that is promised for 10,000 connections. With
 * {@code -Didle.connections=10000} it opens as many.
 */
class FootprintTest {

    private static final int CONNECTIONS = Integer.getInteger("idle.connections", 2_000);
    private static final int FEW = 200;
    private static final int SPARE_FILES = 300;
    private static final int HOSTS = 1_000;

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static Child server;
    private static Child lua;

    @BeforeAll
    static void start() throws IOException {
        server = Child.java("the echo server", SMALL, EchoServer.class);
        lua = Child.java("lua", SMALL, Worker.class, "lua", server.read());
    }

    @AfterAll
    static void stop() {
        lua.close();
        server.close();
    }

    @Test
    void thousandsOfIdleConnectionsFitIntoASmallHeapAndAFewThreads() throws IOException {
        int connections = possible();
        double[] few = lua.ask("idle " + FEW + " 0");
        double[] many = lua.ask("idle " + connections + " 0");

        assertThat((many[1] - few[1]) / (connections - FEW))
                .as("bytes of heap for each connection more")
                .isBetween(1_000.0, 6.0 * 1024);
        assertThat(many[1] / connections).as("bytes of heap for each").isLessThan(6.5 * 1024);
        assertThat(many[4]).as("threads").isLessThanOrEqualTo(6);
    }

    @Test
    void aThousandHostsTakeKilobytesEachAndAHandfulOfThreads() throws IOException {
        double[] hosts = crowd(HOSTS, 1);

        assertThat(hosts[0]).as("messages").isPositive();
        assertThat(hosts[3] / HOSTS).as("bytes of a host with its engine").isBetween(10_000.0, 60.0 * 1024);
        assertThat(hosts[4]).as("threads").isLessThanOrEqualTo(6);
    }

    @Test
    void aThousandScriptInstancesTakeLessThanAKilobyteEachAndNoThread() throws IOException {
        double[] instances = crowd(1, HOSTS);

        assertThat(instances[0]).as("messages").isPositive();
        assertThat((instances[3] - 100 * 1024) / HOSTS)
                .as("bytes of an instance")
                .isLessThan(1024);
        assertThat(instances[4]).as("threads").isLessThanOrEqualTo(6);
    }

    private static double[] crowd(int hosts, int instances) throws IOException {
        return lua.ask("crowd " + hosts + " " + instances + " 1 0 100");
    }

    /** Each connection takes an open file of either process. */
    private static int possible() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : CONNECTIONS + SPARE_FILES;
        int possible = (int) Math.min(CONNECTIONS, files - SPARE_FILES);
        if (possible < CONNECTIONS) {
            System.out.println("The limit of open files is " + files + ": " + possible
                    + " idle connections are opened in place of " + CONNECTIONS);
        }
        return possible;
    }
}
