package org.scriptsocket.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bench: one server, one process for each contender, and rounds in turns, so that what disturbs the machine disturbs all alike. */
@Command(
        name = "scriptsocket bench",
        mixinStandardHelpOptions = true,
        description = "Measures scripts over this stack side by side with other WebSocket clients.")
public final class Bench implements Callable<Integer> {

    private static final int MINUTE_MILLIS = 60_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--quick",
            description = "Three rounds of a second, 1,000 idle connections: an impression, not a measurement.")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of each workload; 9, or 3 if quick.")
    private @Nullable Integer rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Length of a round; 3, or 1 if quick. Half as much goes before it to warm up.")
    private @Nullable Double seconds;

    @Option(names = "--idle", paramLabel = "N", description = "Idle connections, 0 for none; 10000, or 1000 if quick.")
    private @Nullable Integer idle;

    @Option(
            names = "--rest",
            paramLabel = "S",
            description = "How long the CPU of idle connections is watched; 60, or 2 if quick.")
    private @Nullable Double rest;

    @Option(
            names = "--crowd",
            paramLabel = "N",
            description =
                    "Script instances, hosts, and connections at work at a time, 0 for none; 1000, or 100 if quick.")
    private @Nullable Integer crowd;

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "How often each is started up to its first echo; 9, or 1 if quick.")
    private @Nullable Integer starts;

    @Option(
            names = "--workloads",
            split = ",",
            paramLabel = "NAME",
            description = "Only these; pingpong, pingpong64, pipelined, bulk, connects.")
    private List<String> workloads = Workload.ALL.stream().map(Workload::name).toList();

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "Only these; lua and jetty-core are worth having.")
    private @Nullable List<String> contenders;

    @Option(
            names = "--node-ws",
            paramLabel = "FOLDER",
            description = "Where Node's module `ws` is; without it Node is left out.")
    private @Nullable Path nodeWs;

    @Option(
            names = "--jmh",
            arity = "0..1",
            fallbackValue = ".*",
            paramLabel = "PATTERN",
            description =
                    "Runs instead the benchmarks of parts of the stack by JMH whose names the pattern finds, or all; with --quick only tries them.")
    private @Nullable String jmh;

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "An option for the JVM of each contender, such as -Xmx256m.")
    private List<String> javaOptions = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where bench.md and bench.svg are written; nowhere without it.")
    private @Nullable Path out;

    private final Results results = new Results();

    public static void main(String[] args) {
        CommandLine command = new CommandLine(new Bench());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("bench: " + failure.getMessage());
            return 1;
        });
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        if (jmh != null) {
            Jmh.run(jmh, quick);
            return 0;
        }
        List<Workload> chosen = workloads.stream().map(Workload::named).toList();
        Map<String, Child> workers = new LinkedHashMap<>();
        try (Child server = Child.java("the echo server", List.of(), EchoServer.class)) {
            String port = server.read();
            try {
                start(workers, port);
                chosen.forEach(workload -> measure(workload, workers));
                idle(workers, port);
            } finally {
                workers.values().forEach(Child::close);
            }
            crowds(port);
            starts(port);
        }
        publish();
        return 0;
    }

    private void start(Map<String, Child> workers, String port) throws IOException {
        for (String name : names()) {
            Child worker = name.equals(Contenders.NODE)
                    ? Child.of(name, "node", script().toString(), String.valueOf(nodeWs), port)
                    : Child.java(name, javaOptions, Worker.class, name, port);
            workers.put(name, worker);
        }
    }

    private List<String> names() {
        if (contenders != null) {
            contenders.stream().filter(each -> !each.equals(Contenders.NODE)).forEach(Contenders::named);
            return contenders;
        }
        List<String> all = new ArrayList<>(Contenders.inJavaByName());
        if (nodeWs != null) {
            all.add(Contenders.NODE);
        }
        return all;
    }

    private static Path script() throws IOException {
        Path script = Files.createTempFile("scriptsocket-bench", ".js");
        script.toFile().deleteOnExit();
        try (var in = Bench.class.getResourceAsStream("worker.js")) {
            Files.write(script, in == null ? new byte[0] : in.readAllBytes());
        }
        return script;
    }

    private void measure(Workload workload, Map<String, Child> workers) {
        long millis = millis();
        String command = "measure " + workload.name() + " " + workload.connections() + " " + workload.bytes() + " "
                + workload.window() + " " + millis / 2 + " " + millis;
        int turns = rounds == null ? quick ? 3 : 9 : rounds;
        for (int round = 1; round <= turns; round++) {
            say(workload.name() + ", round " + round + " of " + turns);
            workers.forEach((name, worker) -> results.add(workload, name, round(worker, command)));
        }
    }

    private long millis() {
        return Math.round((seconds == null ? quick ? 1 : 3 : seconds) * 1000);
    }

    private static Results.Round round(Child worker, String command) {
        return round(ask(worker, command));
    }

    private static Results.Round round(double[] numbers) {
        return new Results.Round(numbers[0] * 1e9 / numbers[1], numbers[2] / 1000 / numbers[0]);
    }

    private void idle(Map<String, Child> workers, String port) throws IOException {
        int connections = idle == null ? quick ? 1_000 : 10_000 : idle;
        if (connections == 0) {
            return;
        }
        say("an idle JVM");
        try (Child bare = Child.java("an idle JVM", javaOptions, Worker.class, Contenders.REFERENCE, port)) {
            double used = minutely(ask(bare, "rest " + restMillis())[0]);
            results.add(new Results.Idle("an idle JVM", 0, 0, 0, 0, used, 0, Double.NaN));
        }
        workers.forEach((name, worker) -> {
            idle(name, worker, connections);
            if (!Contenders.isBare(name)) {
                idle(name, worker, Math.min(10, connections));
            }
        });
    }

    private void idle(String name, Child worker, int connections) {
        say(connections + " idle connections of " + name);
        double[] numbers = ask(worker, "idle " + connections + " " + restMillis());
        results.add(new Results.Idle(
                name,
                connections,
                numbers[0] / 1e6,
                numbers[1] / connections,
                numbers[2] / connections,
                minutely(numbers[3]),
                numbers[4],
                numbers.length > 5 ? numbers[5] : Double.NaN));
    }

    private long restMillis() {
        return Math.round((rest == null ? quick ? 2 : 60 : rest) * 1000);
    }

    /** Nanoseconds while it rested to milliseconds in a minute. */
    private double minutely(double nanos) {
        return nanos / 1e6 * MINUTE_MILLIS / restMillis();
    }

    private void crowds(String port) throws IOException {
        int many = crowd == null ? quick ? 100 : 1_000 : crowd;
        if (many == 0) {
            return;
        }
        List<Crowd.Size> sizes = List.of(
                new Crowd.Size(1, 1, 1),
                new Crowd.Size(1, 1, many),
                new Crowd.Size(1, many, 1),
                new Crowd.Size(many, 1, 1));
        for (Crowd.Size size : sizes) {
            say("a crowd, " + size.hosts() + " x " + size.instances() + " x " + size.connections());
            try (Child worker = Child.java("a crowd", javaOptions, Worker.class, "lua", port)) {
                results.add(crowded(size, worker));
            }
        }
    }

    private Results.Crowded crowded(Crowd.Size size, Child worker) {
        long millis = millis();
        double[] numbers = ask(
                worker,
                "crowd " + size.hosts() + " " + size.instances() + " " + size.connections() + " " + millis + " "
                        + millis);
        return new Results.Crowded(size, round(numbers), numbers[3] / size.hosts() / size.instances(), numbers[4]);
    }

    private void starts(String port) throws IOException {
        int times = starts == null ? quick ? 1 : 9 : starts;
        for (int i = 1; i <= times; i++) {
            say("start-up, " + i + " of " + times);
            for (String name : names()) {
                if (!name.equals(Contenders.NODE)) {
                    results.addStart(name, StartUp.millis(name, javaOptions, port));
                }
            }
        }
    }

    private static double[] ask(Child worker, String command) {
        try {
            return worker.ask(command);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish() throws IOException {
        String machine = Machine.description();
        String page = Report.of(results, machine);
        PrintWriter standard = spec.commandLine().getOut();
        standard.print(page);
        standard.flush();
        if (out != null) {
            Files.createDirectories(out);
            Files.writeString(out.resolve("bench.md"), page);
            Files.writeString(out.resolve("bench.svg"), Plot.of(results, machine));
        }
    }

    private void say(String what) {
        spec.commandLine().getErr().println("bench: " + what);
    }
}
