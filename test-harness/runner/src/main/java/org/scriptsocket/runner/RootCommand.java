package org.scriptsocket.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

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
            "`scriptsocket COMMAND --help` tells what a command can do.",
            "`./scriptsocket bench`, of the launcher in the repository, measures all this side by side with other clients."
        })
final class RootCommand implements Callable<Integer> {

    @Parameters(hidden = true)
    private List<String> unknown = new ArrayList<>();

    @Override
    public Integer call() {
        throw new UsageException(
                (unknown.isEmpty() ? "a command is missing" : "there is no command '" + unknown.get(0) + "'")
                        + "; the commands are run, test, connect, serve and engines");
    }
}
