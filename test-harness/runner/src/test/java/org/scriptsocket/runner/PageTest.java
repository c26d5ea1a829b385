package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page about the command line says what the commands can do, and nothing else. */
class PageTest {

    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `(--[^`]*)` \\|");

    private final Map<String, String> sections = sections();
    private final Map<String, CommandLine> commands = commands();

    @Test
    void thePageHasASectionForEachCommand() {
        assertThat(sections.keySet()).containsExactlyElementsOf(commands.keySet());
    }

    @Test
    void theTableOfEachCommandHasAllOfItsOptionsAndNoOther() {
        commands.forEach((name, command) ->
                assertThat(documented(name)).as(name).containsExactlyInAnyOrderElementsOf(options(command)));
    }

    @Test
    void theHelpOfEachCommandNamesEachStatusThatThePageNames(@TempDir Path folder) {
        commands.keySet().forEach(name -> {
            Cli cli = new Cli(folder);
            cli.run(name, "--help");
            for (String status : statuses(name)) {
                assertThat(cli.out()).as(name).containsPattern("Exit status(?s:.*)\\b" + status + "\\b");
            }
        });
    }

    private List<String> documented(String command) {
        return OPTION.matcher(section(command))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private List<String> statuses(String command) {
        return Pattern.compile("(?m)^\\| (\\d+) \\|")
                .matcher(section(command))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private String section(String command) {
        return sections.getOrDefault(command, "");
    }

    private static List<String> options(CommandLine command) {
        List<String> all = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                boolean flag = option.arity().max() == 0;
                all.add(option.longestName() + (flag ? "" : " " + option.paramLabel()));
            }
        }
        return all;
    }

    private static Map<String, CommandLine> commands() {
        Terminal nowhere = new Terminal(
                java.io.InputStream.nullInputStream(),
                java.io.OutputStream.nullOutputStream(),
                System.err,
                () -> Attached.NONE,
                name -> null,
                new Shutdown(),
                status -> {});
        return CommandLines.of(List.of(), nowhere).getSubcommands();
    }

    private static Map<String, String> sections() {
        Map<String, String> all = new LinkedHashMap<>();
        String[] parts = page().split("(?m)^## ", -1);
        for (int i = 1; i < parts.length; i++) {
            String[] nameAndText = parts[i].split("\n", 2);
            all.put(nameAndText[0], nameAndText[1]);
        }
        // a program of its own, which the launcher starts
        all.remove("bench");
        return all;
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../../docs/command-line.md"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
