package org.scriptsocket.docs.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/api.md} and the files for editors, which are made of one description, say the same of {@code websocket}. */
final class ApiPageTest {

    private static final String LUALS = EditorFiles.text("library/websocket.lua");

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("api.md"));
    }

    @Test
    void both_have_the_same_functions_with_the_same_parameters() {
        Set<String> functions = found(LUALS, "(?m)^function websocket\\.(\\w+\\(.*\\)) end");
        assertThat(found(page, "(?m)^## (\\w+\\(.*\\))$")).isEqualTo(functions);
        assertThat(found(page, "\\| `websocket\\.(\\w+\\(.*\\))` \\|")).isEqualTo(functions);
    }

    @Test
    void both_have_the_same_constants() {
        assertThat(found(page, "`((?:EVENT|DATA_TYPE)_\\w+)`"))
                .isEqualTo(found(LUALS, "(?m)^websocket\\.([A-Z_]+) = "));
    }

    @Test
    void both_have_the_same_fields_of_params_options_and_answers() {
        assertThat(found(page, "(?m)^  - `(\\w+)`:")).isEqualTo(fields("params"));
        assertThat(found(page, "\\{ (\\w+) = websocket\\.DATA_TYPE")).isEqualTo(fields("options"));
        assertThat(found(page, "[{,] (\\w+) = (?:403|\\{\\.\\.\\.\\}|\"body\")"))
                .isEqualTo(fields("handshake_response"));
    }

    @Test
    void both_have_the_same_fields_of_each_event() {
        String rows = page.lines()
                .filter(line -> line.matches("\\| `EVENT_\\w+` \\|.*"))
                .collect(Collectors.joining("\n"));
        Set<String> ofAll = new TreeSet<>(Set.of("event", "message"));
        assertThat(page).contains("`data` is a fresh table with `event` and `message`, and:");
        Set<String> ofSome = found(rows, "`([a-z_]+)`");
        ofAll.addAll(ofSome);
        assertThat(ofAll).isEqualTo(fields("event"));
        for (String event : found(LUALS, "(?m)^websocket\\.(EVENT_\\w+)")) {
            String row = rows.lines()
                    .filter(line -> line.contains(event))
                    .findFirst()
                    .orElseThrow();
            Set<String> its = found(row, "`([a-z_]+)`");
            its.remove("message");
            assertThat(its)
                    .as(event)
                    .isEqualTo(found(LUALS, "(?m)^---@field (\\w+)\\? .*Only of .*" + event + "\\b.*$"));
        }
    }

    private static Set<String> fields(String table) {
        String after = LUALS.substring(LUALS.indexOf("---@class websocket." + table + "\n"));
        return found(after.substring(0, after.indexOf("\n\n")), "---@field (\\w+)");
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
