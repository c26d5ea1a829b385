package org.scriptsocket.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.ModuleFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {"Runs a script until it ends by itself, calls os.exit, or Ctrl-C ends it.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "The script's functions init(self), update(self, dt) and final(self) are called, each if it is there.",
            "A script without update ends when none of its connections is left.",
            "",
            "What a script finds besides `websocket`:",
            "  URL            an echo server that runs as long as the script, unless --set URL=... says otherwise",
            "  log, print     write their arguments, by tostring and separated by tabs, on one line",
            "  pprint         writes tables so that they can be read",
            "  os.exit(code)  ends the run with this exit status, after final",
            "",
            "Exit status: 0; 1 if the script left an error uncaught; 2 for a wrong command line; 124 for",
            "--timeout; or what os.exit was given, which goes before 1.",
            "",
            "The variable SCRIPTSOCKET_OPTS holds options that come before those of the command line;",
            "quotes keep blanks together.",
            "",
            "Examples:",
            "  scriptsocket run docs/examples/echo.lua",
            "  scriptsocket run --trace --set URL=wss://example.org/chat chat.lua",
            "  scriptsocket run --limit message-in=16MiB --timeout 30 --hz 20 --instances 8 load.lua",
            "  scriptsocket run --resolve chat.example.org:80=127.0.0.1:8080 chat.lua",
            "  scriptsocket run --ca company.pem --set URL=wss://chat.intern/ chat.lua"
        })
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "The script engine. Default: ours for .lua, else by the extension of SCRIPT.")
    private @Nullable String engine;

    @Option(
            names = "--luajc",
            description = "Compiles Lua to Java's byte code: faster loops, but errors without file and line.")
    private boolean luajc;

    @Option(names = "--transport", paramLabel = "NAME", description = "The transport. Default: the one that is there.")
    private @Nullable String transport;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Defines a global, a string. Repeatable.")
    private List<String> globals = new ArrayList<>();

    @Option(
            names = "--instances",
            paramLabel = "N",
            description = "How many instances of the script, each with a self of its own. Default: 1.")
    private int instances = 1;

    @Option(
            names = "--hz",
            paramLabel = "N",
            description =
                    "Updates a second. Default: as soon as something arrives, and 60 a second if there is an update.")
    private double hz;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Ends the run after this time, status 124.")
    private double timeout = Double.POSITIVE_INFINITY;

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description = "Changes a bound, such as message-in=16MiB or close-timeout=1s. Repeatable.")
    private List<String> limits = new ArrayList<>();

    @Option(
            names = "--resolve",
            paramLabel = "HOST:PORT=HOST:PORT",
            description = "Dials the second where a url says the first; the request stays as it is. Repeatable.")
    private List<String> reroutes = new ArrayList<>();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trusts the certificates in this PEM file too, for wss. Repeatable.")
    private List<Path> authorities = new ArrayList<>();

    @Option(
            names = "--path",
            paramLabel = "DIR",
            description = "Where Lua's require looks for modules after the folder of SCRIPT. Repeatable.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--trace", description = "Writes every event and frame to the standard error, with its time.")
    private boolean trace;

    @Parameters(paramLabel = "SCRIPT", description = "The script file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path script;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ScriptFile.check(script);
        return new ScriptRun(plan(), terminal).run();
    }

    private RunPlan plan() {
        require(instances >= 1, "--instances: a number of at least 1 expected, got " + instances);
        require(hz >= 0 && hz <= 1e6, "--hz: a number from 0 to 1000000 expected, got " + hz);
        require(timeout > 0, "--timeout: a number over 0 expected, got " + timeout);
        return new RunPlan(
                script,
                ScriptEngines.find(engine, script, folders(), luajc),
                Transports.choice(transport, Reroutes.parse(reroutes), authorities),
                Assignments.parse("--set", globals),
                instances,
                hz,
                timeout,
                Bounds.parse(limits),
                trace);
    }

    private ModuleFolders folders() {
        folders.forEach(folder -> require(Files.isDirectory(folder), "--path: there is no folder " + folder));
        return new ModuleFolders(folders);
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new UsageException(message);
        }
    }
}
