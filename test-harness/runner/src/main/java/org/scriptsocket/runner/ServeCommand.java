package org.scriptsocket.runner;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.scriptsocket.kit.server.MisbehavingServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {"Runs an echo server on 127.0.0.1 until Ctrl-C, and prints its url.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Every path echoes: what a client sends comes back with the same type.",
            "",
            "Examples:",
            "  scriptsocket serve --port 8080",
            "  scriptsocket run --set URL=ws://127.0.0.1:8080 docs/examples/echo.lua"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65535;

    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "N", description = "The port. Default: a free one.")
    private int port;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MAX_PORT) {
            throw new UsageException("--port: a number from 0 to 65535 expected, got " + port);
        }
        try (MisbehavingServer server = start()) {
            Output output = new Output(terminal.out());
            output.line(server.url());
            output.flush();
            terminal.shutdown().awaitAsked();
        }
        return CommandLine.ExitCode.OK;
    }

    private MisbehavingServer start() {
        try {
            return MisbehavingServer.serve(port);
        } catch (UncheckedIOException e) {
            throw new UsageException("port " + port + " can not be had; another program may have it");
        }
    }
}
