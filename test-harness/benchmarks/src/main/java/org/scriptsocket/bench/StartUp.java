package org.scriptsocket.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The process of a contender that ends with its first echo. */
public final class StartUp {

    private static final long LOOK_NANOS = 200_000;

    private StartUp() {}

    /** Its name, and the port of the server. */
    public static void main(String[] args) throws Exception {
        Workload pingPong = Workload.named("pingpong");
        Contender.Running running = Contenders.named(args[0]).begin(pingPong, Integer.parseInt(args[1]));
        while (running.count() == 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        System.out.println("echo");
        System.out.flush();
        System.exit(0);
    }

    /** Milliseconds from the start of a JVM to the first echo. */
    static double millis(String contender, List<String> options, String port) throws IOException {
        long begun = System.nanoTime();
        try (Child child = Child.java(contender, options, StartUp.class, contender, port)) {
            child.read();
            return (System.nanoTime() - begun) / 1e6;
        }
    }
}
