package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of the pages is code that runs as a test, and their links lead somewhere. */
final class PagesTest {

    private static final Pattern CODE = Pattern.compile("```(?:lua|java)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @CsvSource({
        "tutorial-testing.md, examples/specs/tutorial",
        "migrate-from-busted.md, examples/specs/migrate",
        "tutorial-binding.md, ../lua-module/src/main/java/org/scriptsocket/lua/luaj; ../test-harness/engines/src/test/java",
        "tutorial-transport.md, src/test/java/org/scriptsocket/docs/netty",
        "tutorial-java.md, src/test/java/org/scriptsocket/docs/tutorial",
    })
    void all_code_of_a_page_stands_in_the_files_that_run(String page, String folders) throws IOException {
        List<String> files = new ArrayList<>();
        for (String folder : folders.split("; ", -1)) {
            files.addAll(files(Path.of(folder)));
        }
        List<String> blocks = found(CODE, Files.readString(Path.of(page)));
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(
                        block -> assertThat(files).as("%s: %s", page, block).anyMatch(file -> file.contains(block)));
    }

    @Test
    void every_link_leads_to_a_file() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(""))) {
            List<Path> pages = Stream.concat(
                            all.filter(file -> file.toString().endsWith(".md")), Stream.of(Path.of("../README.md")))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(8).allSatisfy(PagesTest::linksLeadSomewhere);
        }
    }

    private static void linksLeadSomewhere(Path page) throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        assertThat(found(LINK, Files.readString(page)))
                .allSatisfy(link -> assertThat(folder.resolve(link))
                        .as("%s: %s", page, link)
                        .exists());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(PagesTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toList());
    }
}
