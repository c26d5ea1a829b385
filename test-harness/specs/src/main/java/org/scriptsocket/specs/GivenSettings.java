package org.scriptsocket.specs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingException;
import org.scriptsocket.policy.SettingValues;

/** Reads the settings of hosts and transports from configuration parameters, and tries them, so that a mistake ends the run before it begins. */
final class GivenSettings {

    private final ConfigurationParameters given;
    private final Map<String, String> single;

    private GivenSettings(ConfigurationParameters given) {
        this.given = given;
        single = single(given);
    }

    /** @throws JUnitException that names what is wrong, and where it stands */
    static SettingValues read(ConfigurationParameters given) {
        GivenSettings settings = new GivenSettings(given);
        try {
            SettingValues values = settings.file().with(SettingValues.of(settings.single));
            settings.check(values);
            return values;
        } catch (SettingException e) {
            throw settings.mistake(e);
        }
    }

    private static Map<String, String> single(ConfigurationParameters given) {
        // JUnit finds a system property by its name, but does not list it
        Set<String> names = new HashSet<>(System.getProperties().stringPropertyNames());
        names.addAll(given.keySet());
        names.removeIf(name -> !name.startsWith(SpecSettings.SETTING));
        Map<String, String> single = new TreeMap<>();
        for (String name : names) {
            given.get(name).ifPresent(value -> single.put(name.substring(SpecSettings.SETTING.length()), value));
        }
        return single;
    }

    private SettingValues file() {
        String file = given.get(SpecSettings.SETTINGS).orElse(null);
        if (file == null) {
            return SettingValues.of(Map.of());
        }
        try {
            return SettingValues.read(Path.of(file.strip()));
        } catch (SettingException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new JUnitException(SpecSettings.SETTINGS + ": " + file + " can not be read as a properties file");
        }
    }

    private void check(SettingValues values) {
        values.keys(Setting.Part.SANDBOX).stream().findFirst().ifPresent(key -> {
            throw values.failure(key, new IllegalArgumentException("specs do not run in a sandbox"));
        });
        HostSettings.from(values);
        if (!values.only(Setting.Part.TRANSPORT).isEmpty()) {
            Sockets.find(given.get(SpecSettings.TRANSPORT).orElse(null), values).close();
        }
    }

    private JUnitException mistake(SettingException e) {
        return new JUnitException(
                single.containsKey(e.key())
                        ? SpecSettings.SETTING + e.key() + ": " + e.why()
                        : SpecSettings.SETTINGS + ": " + e.getMessage());
    }
}
