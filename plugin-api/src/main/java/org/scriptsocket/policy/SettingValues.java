package org.scriptsocket.policy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings as a properties file has them, in UTF-8, all of names that {@link Setting} knows. Immutable; its text shows no values, for there may be
 * passwords among them.
 */
public final class SettingValues {

    private final String source;
    private final Map<String, String> values;

    private SettingValues(String source, Map<String, String> values) {
        this.source = source;
        this.values = values;
        for (String key : values.keySet()) {
            if (Setting.all().stream().noneMatch(setting -> setting.isNamed(key))) {
                throw failure(key, new IllegalArgumentException("there is no such setting"));
            }
        }
    }

    /** @throws SettingException if there is no setting of such a name */
    public static SettingValues of(Map<String, String> values) {
        return new SettingValues("", new TreeMap<>(values));
    }

    /** @throws SettingException if there is no setting of such a name */
    public static SettingValues of(Properties properties) {
        return new SettingValues("", strings(properties));
    }

    /**
     * Reads a properties file; errors will name it.
     *
     * @throws IOException if it can not be read
     * @throws SettingException if there is no setting of such a name
     */
    public static SettingValues read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new SettingValues(file + ": ", strings(properties));
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> strings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> strings.put(key, properties.getProperty(key)));
        return strings;
    }

    /** These, but where the others have the same setting theirs; a list is replaced as a whole. */
    public SettingValues with(SettingValues others) {
        Map<String, String> all = new TreeMap<>(values);
        Setting.all().stream()
                .filter(setting -> others.values.keySet().stream().anyMatch(setting::isNamed))
                .forEach(setting -> all.keySet().removeIf(setting::isNamed));
        all.putAll(others.values);
        return new SettingValues(source, all);
    }

    /** Those of the host, or those of the transport. */
    public SettingValues only(Setting.Part part) {
        Map<String, String> some = new TreeMap<>(values);
        some.keySet().retainAll(keys(part));
        return new SettingValues(source, some);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether there is a value of this key. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether a switch is on. */
    public boolean isOn(String key) {
        return read(key, SettingValues::truth).orElse(false);
    }

    /** The entries of a list, by their numbers. */
    public List<String> keys(String prefix) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted(Comparator.comparingInt(key -> Integer.parseInt(key.substring(prefix.length()))))
                .toList();
    }

    /** Those that are there, of the host or of the transport. */
    public List<String> keys(Setting.Part part) {
        return values.keySet().stream()
                .filter(key ->
                        Setting.all().stream().anyMatch(setting -> setting.part() == part && setting.isNamed(key)))
                .toList();
    }

    /** The value of a setting that has one. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip);
    }

    /** Makes something of the text of a value. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(String text) throws IOException;
    }

    /**
     * What a value stands for; empty if it is not there.
     *
     * @throws SettingException if it can not be read, with the sentence of the {@link IllegalArgumentException}
     */
    public <T> Optional<T> read(String key, Reading<T> reading) {
        Optional<String> text = text(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reading.of(text.get()));
        } catch (IOException | IllegalArgumentException e) {
            throw failure(key, e);
        }
    }

    /** A mistake in the value of this key. */
    public SettingException failure(String key, Exception cause) {
        String why = cause instanceof IOException failed
                ? FileTrouble.of(failed, text(key).orElse(""))
                : String.valueOf(cause.getMessage());
        String limit = key.substring(key.lastIndexOf('.') + 1) + ": ";
        return new SettingException(source, key, why.startsWith(limit) ? why.substring(limit.length()) : why, cause);
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false expected, got '" + VisibleText.of(text) + "'");
        }
        return text.equals("true");
    }

    /** The same settings with the same values are equal, wherever they were written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettingValues others && values.equals(others.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return source + values.keySet();
    }
}
