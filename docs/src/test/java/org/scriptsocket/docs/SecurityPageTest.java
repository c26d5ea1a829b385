package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each test that the page about security names exists. */
final class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");

    @TestFactory
    Stream<DynamicTest> each_test_that_is_named_exists() throws IOException {
        List<Path> sources = sources();
        return named().map(test -> DynamicTest.dynamicTest(
                test.group(1) + "." + test.group(2),
                () -> assertThat(sources)
                        .anyMatch(file -> file.endsWith(test.group(1) + ".java") && declares(file, test.group(2)))));
    }

    @Test
    void each_row_names_a_test() throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("| ") && !line.startsWith("| what |")))
                .hasSizeGreaterThan(20)
                .allMatch(row -> NAMED.matcher(row).find());
    }

    private static Stream<MatchResult> named() throws IOException {
        return NAMED.matcher(page()).results();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("SECURITY.md"));
    }

    private static boolean declares(Path file, String method) {
        try {
            return Pattern.compile("\\b(?:void|>) " + method + "\\(")
                    .matcher(Files.readString(file))
                    .find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().matches(".*(Test|Contract)\\.java"))
                    .toList();
        }
    }
}
