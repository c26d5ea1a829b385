package org.scriptsocket.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderRules;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "connect",
        description = {"Connects to a server: type a line, it is sent; what comes is shown.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "A line is sent as a text message. Lines that begin with / are commands:",
            "  /binary 00ff            sends bytes, given in hex",
            "  /close [CODE [REASON]]  ends the connection with this status, 1000 if there is none",
            "  /quit                   the same as /close",
            "  /help                   lists the commands",
            "  //TEXT                  sends /TEXT",
            "The end of the input (Ctrl-D) ends the connection, too.",
            "",
            "A message is shown with time, type and size; bytes in hex, control characters as \\x1b. The output is",
            "coloured on a terminal only, and not if the variable NO_COLOR is set.",
            "",
            "The client is itself a Lua script, to be read and changed: --print-script writes it out.",
            "",
            "Exit status: 0 after an orderly close (1000, or no status); 1 after an error or another status, or if a",
            "line that did not come from a terminal could not be sent; 2 for a wrong command line; 124 for --timeout.",
            "",
            "Examples:",
            "  scriptsocket connect wss://example.org/chat",
            "  scriptsocket connect --header 'Authorization: Bearer abc' --protocol chat ws://localhost:8080/",
            "  echo hello | scriptsocket connect ws://localhost:8080/",
            "  scriptsocket connect --print-script > client.lua",
            "  scriptsocket connect --script client.lua ws://localhost:8080/"
        })
final class ConnectCommand implements Callable<Integer> {

    private static final ScriptSource.Shipped CLIENT = new ScriptSource.Shipped("connect.lua");
    private static final double DEFAULT_WAIT = 1;
    /** A byte is two digits, and may have a blank before it; and then there is the name of the command. */
    private static final int CHARS_FOR_BYTE = 3;

    private static final int COMMAND_CHARS = 64;

    private final Terminal terminal;

    @Option(names = "--header", paramLabel = "'NAME: VALUE'", description = "Sends this header too. Repeatable.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--protocol", paramLabel = "NAMES", description = "Offers these subprotocols, such as 'v2, v1'.")
    private @Nullable String protocol;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "After the end of an input that is no terminal, closes when nothing has come for this time."
                    + " Default: 1.")
    private double wait = DEFAULT_WAIT;

    @Mixin
    private DialOptions dial = new DialOptions();

    @Option(names = "--script", paramLabel = "FILE", description = "Runs this Lua script in place of the client.")
    private @Nullable Path script;

    @Option(names = "--print-script", description = "Writes the script of the client to the standard output.")
    private boolean printScript;

    @Parameters(paramLabel = "URL", arity = "0..1", description = "Where to connect to: ws:// or wss://")
    private @Nullable String url;

    ConnectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (printScript) {
            Output output = new Output(terminal.out());
            output.text(CLIENT.text());
            output.flush();
            return CommandLine.ExitCode.OK;
        }
        return new ScriptRun(plan(), terminal).run();
    }

    private RunPlan plan() {
        UsageException.unless(wait >= 0 && wait <= 1e6, "--wait: a number from 0 to 1000000 expected, got " + wait);
        if (url == null) {
            throw new UsageException("missing required parameter: 'URL'");
        }
        ScriptEngine engine = ScriptEngines.lua();
        HostSettings settings = dial.settings();
        double timeout = dial.timeout();
        Map<String, Object> options = options(url);
        ScriptSource source = source();
        ChosenClose transport = new ChosenClose(dial.ownTransport());
        return new RunPlan(
                source,
                engine,
                new Console(engine, options, transport, terminal, longestLine(settings.limits())),
                new Transports.Choice(null, transport),
                Map.of(EchoServer.URL, url),
                1,
                0,
                timeout,
                settings,
                dial.trace());
    }

    private ScriptSource source() {
        if (script == null) {
            return CLIENT;
        }
        ScriptFile.check(script);
        return new ScriptSource.InFile(script);
    }

    private Map<String, Object> options(String given) {
        Map<String, Object> options = new HashMap<>();
        options.put("url", given);
        if (!headers.isEmpty()) {
            options.put("headers", headerLines());
        }
        if (protocol != null) {
            options.put("protocol", protocol);
        }
        options.put("wait", wait);
        // A trace would be written into the prompt.
        options.put("dialogue", terminal.attached().get().isDialogue() && !dial.trace());
        options.put("color", terminal.colors());
        return options;
    }

    private String headerLines() {
        String lines = String.join("\r\n", headers);
        try {
            HeaderRules.parse(lines);
            return lines;
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--header: " + String.valueOf(e.getMessage()).replaceFirst("^headers: ", ""));
        }
    }

    private static int longestLine(Limits limits) {
        return (int) Math.min(CHARS_FOR_BYTE * limits.messageOut() + COMMAND_CHARS, Integer.MAX_VALUE - COMMAND_CHARS);
    }
}
