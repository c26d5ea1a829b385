package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;

/** The cookbook of faults shows the recipes that run as specs, all of them and as they stand. */
final class CookbookTest {

    private static final Pattern TEST = Pattern.compile("(?ms)^  it\\(\"(.*?)\", function\\(\\)\\n(.*?)^  end\\)$");
    private static final Pattern RECIPE = Pattern.compile("(?ms)^### (.*?)\\n\\n```lua\\n(.*?)^```$");

    private final String cookbook = read("cookbook-faults.md");
    private final String spec = read("examples/specs/faults_spec.lua");

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> bodies(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(2).lines().map(String::strip).collect(Collectors.joining("\n")));
        }
        return all;
    }

    @Test
    void eachRecipeIsATestAndEachTestARecipe() {
        List<String> tests = bodies(TEST, spec);
        assertThat(tests).hasSizeGreaterThan(35);
        assertThat(bodies(RECIPE, cookbook)).isEqualTo(tests);
    }

    @Test
    void eachFaultOfTheKitHasARecipe() {
        List<String> faults = Arrays.stream(Behaviour.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Behaviour.class)
                .map(method -> method.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("then")) // by which Java adds a step; each step has a name
                .toList();
        String recipes = String.join("\n", bodies(RECIPE, cookbook));
        assertThat(faults).isNotEmpty().allSatisfy(fault -> assertThat(recipes).contains(":" + fault + "("));
    }
}
