package org.scriptsocket.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What a host application may set by a properties file, or by an option of the command line.
 *
 * @param key its name in a properties file; one that ends with a dot has a number behind it, and may be there several times
 * @param option its name on the command line
 * @param part whose it is
 */
public record Setting(String key, String option, Part part) {

    /** What is set: {@link HostSettings}, the {@link ScriptBudget}s of a sandbox, or those of the transport. */
    public enum Part {
        HOST,
        SANDBOX,
        TRANSPORT
    }

    private static final List<Setting> ALL = everySetting();

    /** Every setting there is. */
    public static List<Setting> all() {
        return ALL;
    }

    /** Whether it is a list, of which each entry has a number. */
    public boolean isNumbered() {
        return key.endsWith(".");
    }

    boolean isNamed(String name) {
        return isNumbered()
                ? name.startsWith(key) && name.substring(key.length()).matches("[1-9]\\d{0,8}")
                : name.equals(key);
    }

    private static List<Setting> everySetting() {
        List<Setting> all = new ArrayList<>();
        all.add(new Setting("untrusted", "--untrusted", Part.HOST));
        all.add(new Setting("direct", "--direct", Part.HOST));
        all.add(new Setting("policy.", "--policy", Part.HOST));
        for (Limit limit : Limit.values()) {
            all.add(new Setting("limit." + limit.settingName(), "--limit", Part.HOST));
        }
        all.add(new Setting("sandbox", "--sandbox", Part.SANDBOX));
        for (ScriptBudget budget : ScriptBudget.values()) {
            all.add(new Setting(budget.key(), "--budget", Part.SANDBOX));
        }
        all.add(new Setting("user-agent", "--user-agent", Part.TRANSPORT));
        all.add(new Setting("compress", "--compress", Part.TRANSPORT));
        all.add(new Setting("proxy", "--proxy", Part.TRANSPORT));
        all.add(new Setting("proxy.enforces-policy", "--proxy-enforces-policy", Part.TRANSPORT));
        all.add(new Setting("tls.trusted.", "--ca", Part.TRANSPORT));
        all.add(new Setting("tls.certificate", "--cert", Part.TRANSPORT));
        all.add(new Setting("tls.key", "--cert", Part.TRANSPORT));
        all.add(new Setting("tls.key-store", "--key-store", Part.TRANSPORT));
        all.add(new Setting("tls.key-store-password", "--key-store-password", Part.TRANSPORT));
        all.add(new Setting("tls.minimum", "--tls-min", Part.TRANSPORT));
        all.add(new Setting("tls.insecure-no-host-verification", "--insecure-no-host-verification", Part.TRANSPORT));
        return List.copyOf(all);
    }
}
