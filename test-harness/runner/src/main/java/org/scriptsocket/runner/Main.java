package org.scriptsocket.runner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The program {@code scriptsocket}. */
public final class Main {

    /** The variable with options that stand before those of {@code run}. */
    private static final String OPTIONS = "SCRIPTSOCKET_OPTS";

    private Main() {}

    public static void main(String[] args) {
        Shutdown shutdown = Shutdown.onSignals();
        Terminal terminal = new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Attached::detect,
                System::getenv,
                shutdown,
                Runtime.getRuntime()::halt);
        int status = run(List.of(args), terminal);
        shutdown.finished();
        System.exit(status);
    }

    /** Runs one command and returns its exit status; ends nothing but what it began. */
    static int run(List<String> args, Terminal terminal) {
        try {
            List<String> all = withOptions(args, terminal.environment().apply(OPTIONS));
            return CommandLines.of(all, terminal).execute(all.toArray(String[]::new));
        } catch (UsageException e) {
            terminal.err().println("scriptsocket: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private static List<String> withOptions(List<String> args, @Nullable String options) {
        if (options == null || args.isEmpty() || !args.get(0).equals("run")) {
            return args;
        }
        List<String> all = new ArrayList<>(args);
        all.addAll(1, Words.split(options, OPTIONS));
        return all;
    }
}
