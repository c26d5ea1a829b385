package org.scriptsocket.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = {"Runs Lua specs.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "A folder stands for all *_spec.lua in it and beneath it; FILE:12 for what stands at line 12.",
            "What specs print goes to the standard error, so that the report stays what it is. On a terminal it is",
            "coloured, unless the variable NO_COLOR is set, and long runs tell every few seconds how far they are.",
            "The options from --config on are settings of the hosts that specs run in, and of their transport.",
            "",
            "Reporters:",
            "  tree   files, blocks and tests, then what has failed, for people; the default",
            "  tap    TAP version 14",
            "  junit  the XML that CI systems read",
            "  json   an object a line: each test, and last the summary",
            "",
            "Exit status: 0 if all tests passed or are pending; 1 if any failed; 2 for a wrong command line;",
            "3 if there was no test to run.",
            "",
            "Examples:",
            "  scriptsocket test docs/examples/specs",
            "  scriptsocket test --filter greets --watch chat_spec.lua",
            "  scriptsocket test --exclude-tag slow --parallel 4 --reporter junit --output report.xml specs",
            "  scriptsocket test --seed 42 specs"
        })
final class TestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Only tests with this text in their names, those of the blocks around them included.")
    private @Nullable String filter;

    @Option(names = "--tag", paramLabel = "T", description = "Only tests with this tag: #T in a name. Repeatable.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--exclude-tag", paramLabel = "T", description = "No tests with this tag. Repeatable.")
    private List<String> excludedTags = new ArrayList<>();

    @Option(
            names = "--reporter",
            paramLabel = "NAME",
            description = "How it is told: tree, tap, junit or json. Default: tree.")
    private String reporter = Reporters.TREE;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Writes the report of --reporter to this file, and the tree to the standard output.")
    private @Nullable Path file;

    @Option(names = "--shuffle", description = "Runs in a random order, and tells the seed that made it.")
    private boolean shuffle;

    @Option(names = "--seed", paramLabel = "N", description = "Runs in the random order that this seed makes.")
    private @Nullable Long seed;

    @Option(
            names = "--time-limit",
            paramLabel = "MILLISECONDS",
            description = "How long a test may take. Default: 10000.")
    private @Nullable Long timeLimit;

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            description = "The transport: jetty, or memory without sockets.")
    private @Nullable String transport;

    @Option(names = "--parallel", paramLabel = "N", description = "So many files at the same time. Default: 1.")
    private int parallel = 1;

    @Option(names = "--watch", description = "Runs them again whenever a Lua file beside or beneath them is saved.")
    private boolean watch;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Specs: files, FILE:LINE, folders.")
    private List<String> paths = new ArrayList<>();

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        check();
        List<SpecPath> specs = paths.stream().map(SpecPath::parse).toList();
        Reporters reporters = Reporters.named(reporter, file, terminal);
        SpecPlan plan = new SpecPlan(
                specs, filter, tags, excludedTags, shuffle, seed, timeLimit, transport, parallel, settings.forSpecs());
        return watch ? new WatchedSpecs(plan, reporters, terminal).run() : new SpecRun(plan, reporters, terminal).run();
    }

    private void check() {
        UsageException.unless(parallel >= 1, "--parallel: a number of at least 1 expected, got " + parallel);
        UsageException.unless(
                timeLimit == null || timeLimit >= 1, "--time-limit: a number of at least 1 expected, got " + timeLimit);
        Transports.check(transport, settings);
    }
}
