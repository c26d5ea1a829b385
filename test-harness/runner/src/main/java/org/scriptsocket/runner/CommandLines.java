package org.scriptsocket.runner;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together; only the one that is called, where one is, for that is quicker. */
final class CommandLines {

    private static final List<String> NAMES = List.of("run", "test", "connect", "serve", "engines");

    private CommandLines() {}

    static CommandLine of(List<String> args, Terminal terminal) {
        CommandLine line = new CommandLine(new RootCommand());
        boolean called = !args.isEmpty() && NAMES.contains(args.get(0));
        for (String name : called ? args.subList(0, 1) : NAMES) {
            line.addSubcommand(name, command(name, terminal));
        }
        return configured(line, terminal);
    }

    private static CommandLine configured(CommandLine line, Terminal terminal) {
        return line.setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8)))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((e, args) -> refuse(terminal, e.getCommandLine(), text(e)))
                .setExecutionExceptionHandler((e, command, result) -> {
                    if (e instanceof UsageException) {
                        return refuse(terminal, command, String.valueOf(e.getMessage()));
                    }
                    throw e;
                });
    }

    private static int refuse(Terminal terminal, CommandLine command, String why) {
        String name = command.getCommandSpec().qualifiedName();
        terminal.err().println(name + ": " + why + " (`" + name + " --help` tells more)");
        return CommandLine.ExitCode.USAGE;
    }

    private static String text(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "'" + unmatched.getUnmatched().get(0) + "' is one argument too many";
        }
        // More lines may follow, with suggestions.
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return Character.toLowerCase(first.charAt(0))
                + first.substring(1).replaceFirst("is not an? (int|long|double)$", "is not a number");
    }

    /** A switch, because each reference to a constructor would load its class. */
    private static Callable<Integer> command(String name, Terminal terminal) {
        return switch (name) {
            case "run" -> new RunCommand(terminal);
            case "test" -> new TestCommand(terminal);
            case "connect" -> new ConnectCommand(terminal);
            case "serve" -> new ServeCommand(terminal);
            default -> new EnginesCommand(terminal);
        };
    }
}
