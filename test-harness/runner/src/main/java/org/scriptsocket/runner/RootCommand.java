package org.scriptsocket.runner;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "scriptsocket",
        description = {
            "Runs scripts that talk WebSocket: the `websocket` API of Defold's extension-websocket, on the JVM.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with the example, which talks to an echo server that is started for it:",
            "  scriptsocket run docs/examples/echo.lua",
            "`scriptsocket COMMAND --help` tells what a command can do."
        })
final class RootCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing: run, serve or engines");
    }

    static int ok() {
        return CommandLine.ExitCode.OK;
    }
}
