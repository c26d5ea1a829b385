package org.scriptsocket.specs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.commons.io.ResourceFilter;
import org.junit.platform.commons.support.ResourceSupport;

/** The specs that a {@link LuaSpecs} names. */
final class NamedSpecs {

    private NamedSpecs() {}

    static List<SpecSource> of(Class<?> type) {
        return Arrays.stream(values(type))
                .flatMap(value -> of(type, value).stream())
                .distinct()
                .toList();
    }

    /** The values, to be read by people. */
    static String names(Class<?> type) {
        return "@LuaSpecs("
                + Arrays.stream(values(type)).map(value -> '"' + value + '"').collect(Collectors.joining(", ")) + ")";
    }

    private static String[] values(Class<?> type) {
        LuaSpecs given = type.getAnnotation(LuaSpecs.class);
        return given == null ? new String[0] : given.value();
    }

    private static List<SpecSource> of(Class<?> type, String value) {
        List<SpecSource> found = onClassPath(type, value);
        return found.isEmpty() && !value.isEmpty() ? byPath(Path.of(value)) : found;
    }

    private static List<SpecSource> onClassPath(Class<?> type, String value) {
        boolean fromRoot = value.startsWith("/");
        String base = fromRoot ? "" : type.getPackageName();
        String prefix = fromRoot ? value.substring(1) : base.replace('.', '/') + (base.isEmpty() ? "" : "/") + value;
        ResourceFilter wanted = ResourceFilter.of(resource ->
                resource.getName().startsWith(prefix) && resource.getName().endsWith(SpecSource.SUFFIX));
        return ResourceSupport.findAllResourcesInPackage(base, wanted).stream()
                .map(SpecSource.OnClassPath::of)
                .sorted(Comparator.comparing(SpecSource::name))
                .map(SpecSource.class::cast)
                .toList();
    }

    private static List<SpecSource> byPath(Path path) {
        if (Files.isDirectory(path)) {
            return SpecFolder.specs(path);
        }
        return Files.isRegularFile(path) ? List.of(SpecSource.InFile.of(path)) : List.of();
    }
}
