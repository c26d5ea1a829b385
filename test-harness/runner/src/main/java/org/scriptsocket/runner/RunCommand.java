package org.scriptsocket.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.ModuleFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "With --watch the script is loaded anew when it is saved: final is called, its connections are closed",
            "with 1001, and the new code begins. What it requires is watched too. It ends with Ctrl-C, status 0.",
            "",
            "Exit status: 0; 1 if the script left an error uncaught; 2 for a wrong command line; 124 for",
            "--timeout; or what os.exit was given, which goes before 1.",
            "",
            "The variable SCRIPTSOCKET_OPTS holds options that come before those of the command line;",
            "quotes keep blanks together.",
            "",
            "Examples:",
            "  scriptsocket run docs/examples/echo.lua",
            "  scriptsocket run --watch chat.lua",
            "  scriptsocket run --trace --set URL=wss://example.org/chat chat.lua",
            "  scriptsocket run --limit message-in=16MiB --timeout 30 --hz 20 --instances 8 load.lua",
            "  scriptsocket run --resolve chat.example.org:80=127.0.0.1:8080 chat.lua",
            "  scriptsocket run --sandbox --budget time=250ms --limit connections=2 guest.lua",
            "  scriptsocket run --ca company.pem --set URL=wss://chat.intern/ chat.lua",
            "  scriptsocket run --maven org.openjdk.nashorn:nashorn-core:15.6 docs/examples/nashorn/echo.js"
        })
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "The script engine. Default: ours for .lua, else by the extension of SCRIPT.")
    private @Nullable String engine;

    @Option(
            names = "--class-path",
            paramLabel = "JARS",
            description = "Jars to look for script engines in. Only for ./scriptsocket, which takes it. Repeatable.")
    private List<String> jars = new ArrayList<>();

    @Option(
            names = "--maven",
            paramLabel = "GROUP:ARTIFACT:VERSION",
            description =
                    "The same for a jar, and what it needs, that Maven fetches; :pom behind it for a set. Repeatable.")
    private List<String> fetched = new ArrayList<>();

    @Option(
            names = "--luajc",
            description = "Compiles Lua to Java's byte code: faster loops, but errors without file and line.")
    private boolean luajc;

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

    @Mixin
    private DialOptions dial = new DialOptions();

    @Option(
            names = "--path",
            paramLabel = "DIR",
            description = "Where Lua's require looks for modules after the folder of SCRIPT. Repeatable.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--watch", description = "Loads the script anew whenever it, or what it requires, is saved.")
    private boolean watch;

    @Parameters(paramLabel = "SCRIPT", description = "The script file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path script;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ScriptFile.check(script);
        return watch
                ? new WatchedRun(script, dial.timeout(), terminal).run(this::plan)
                : new ScriptRun(plan(), terminal).run();
    }

    private RunPlan plan() {
        UsageException.unless(
                jars.isEmpty() && fetched.isEmpty(),
                "--class-path and --maven are options of ./scriptsocket; elsewhere give java a -cp");
        UsageException.unless(instances >= 1, "--instances: a number of at least 1 expected, got " + instances);
        UsageException.unless(hz >= 0 && hz <= 1e6, "--hz: a number from 0 to 1000000 expected, got " + hz);
        double timeout = dial.timeout();
        ScriptEngine own = ScriptEngines.find(engine, script, folders(), luajc, dial.sandbox());
        return new RunPlan(
                new ScriptSource.InFile(script),
                own,
                ScriptGlobals.of(own),
                dial.transport(),
                Assignments.parse("--set", globals),
                instances,
                hz,
                timeout,
                dial.settings(),
                dial.trace());
    }

    private ModuleFolders folders() {
        folders.forEach(
                folder -> UsageException.unless(Files.isDirectory(folder), "--path: there is no folder " + folder));
        return new ModuleFolders(folders);
    }
}
