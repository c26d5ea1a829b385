package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code as the guide for {@code javax.script} prints it. */
final class GuideCode {

    private GuideCode() {}

    /** The first block of that language under a heading. */
    static String printed(String heading, String language) throws IOException {
        String page = Files.readString(Path.of("guide-javax-script.md"));
        String section = page.substring(page.indexOf("## " + heading));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(section);
        assertThat(block.find()).as("%s: %s", heading, language).isTrue();
        return block.group(1);
    }

    /** Checks that a test runs the Java code under a heading as it is printed. */
    static void assertStandsIn(Class<?> test, String heading) throws IOException {
        Path source = Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
        assertThat(Files.readString(source)).contains(printed(heading, "java").indent(8));
    }
}
