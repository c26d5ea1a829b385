package org.scriptsocket.runner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program {@code scriptsocket}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Shutdown shutdown = Shutdown.onSignals();
        Terminal terminal = new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System::getenv,
                shutdown,
                Runtime.getRuntime()::halt);
        int status = run(List.of(args), terminal);
        shutdown.finished();
        System.exit(status);
    }

    /** Runs one command and returns its exit status; ends nothing but what it began. */
    static int run(List<String> args, Terminal terminal) {
        return CommandLines.of(args, terminal).execute(args.toArray(String[]::new));
    }
}
