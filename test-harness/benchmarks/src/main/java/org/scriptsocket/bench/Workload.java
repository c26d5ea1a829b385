package org.scriptsocket.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What is measured over and over for some seconds.
 *
 * @param connections at a time
 * @param bytes of a message
 * @param window messages under way on each connection; 0 where connections are opened, used once and closed
 */
record Workload(String name, String title, int connections, int bytes, int window) {

    static final List<Workload> ALL = List.of(
            new Workload("pingpong", "ping-pong of 32 B on 1 connection, round trips/s", 1, 32, 1),
            new Workload("pingpong64", "ping-pong of 32 B on 64 connections, round trips/s", 64, 32, 1),
            new Workload("pipelined", "128 B with a window of 100 on 1 connection, messages/s", 1, 128, 100),
            new Workload("bulk", "64 KiB echoed on 1 connection, messages/s", 1, 64 << 10, 1),
            new Workload("connects", "connect + echo + close, 4 at a time, cycles/s", 4, 32, 0));

    static Workload named(String name) {
        return ALL.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        String names = String.join(", ", ALL.stream().map(Workload::name).toList());
        return new IllegalArgumentException("there is no workload '" + name + "'; there are " + names);
    }

    boolean reconnects() {
        return window == 0;
    }

    byte[] message() {
        byte[] message = new byte[bytes];
        Arrays.fill(message, (byte) 'x');
        return message;
    }
}
