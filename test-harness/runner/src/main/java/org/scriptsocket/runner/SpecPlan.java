package org.scriptsocket.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.specs.SpecSettings;

/**
 * Which specs are to be run, and how.
 *
 * @param filter null for all
 * @param seed null for none that is given
 * @param limit milliseconds; null for the engine's own
 * @param transport null for the engine's own
 * @param parallel files at the same time
 * @param settings of hosts and transport
 */
record SpecPlan(
        List<SpecPath> paths,
        @Nullable String filter,
        List<String> tags,
        List<String> excludedTags,
        boolean shuffle,
        @Nullable Long seed,
        @Nullable Long limit,
        @Nullable String transport,
        int parallel,
        SettingValues settings) {

    LauncherDiscoveryRequest request() {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(paths.stream().map(SpecPath::selector).toList());
        filter(request);
        configure(request);
        return request.build();
    }

    /** Whether it leaves tests out. */
    boolean selects() {
        return filter != null || !tags.isEmpty() || !excludedTags.isEmpty();
    }

    private void filter(LauncherDiscoveryRequestBuilder request) {
        if (filter != null) {
            String text = filter;
            request.filters((PostDiscoveryFilter)
                    test -> FilterResult.includedIf(fullName(test).contains(text)));
        }
        if (!tags.isEmpty()) {
            request.filters(TagFilter.includeTags(tags));
        }
        if (!excludedTags.isEmpty()) {
            request.filters(TagFilter.excludeTags(excludedTags));
        }
    }

    /** As busted has it: the names of the blocks and the test, with blanks between. */
    private static String fullName(TestDescriptor test) {
        return test.getParent()
                .filter(parent -> !parent.isRoot())
                .map(parent -> fullName(parent) + " " + test.getDisplayName())
                .orElse(test.getDisplayName());
    }

    private void configure(LauncherDiscoveryRequestBuilder request) {
        configure(request, SpecSettings.RANDOM, shuffle ? true : null);
        configure(request, SpecSettings.SEED, seed);
        configure(request, SpecSettings.LIMIT, limit);
        configure(request, SpecSettings.TRANSPORT, transport);
        if (parallel > 1) {
            configure(request, SpecSettings.PARALLEL, true);
            configure(request, SpecSettings.PARALLEL_CONFIG + "strategy", "fixed");
            configure(request, SpecSettings.PARALLEL_CONFIG + "fixed.parallelism", parallel);
        }
        for (Setting.Part part : Setting.Part.values()) {
            settings.keys(part)
                    .forEach(key -> configure(
                            request,
                            SpecSettings.SETTING + key,
                            settings.text(key).orElse(null)));
        }
    }

    private static void configure(LauncherDiscoveryRequestBuilder request, String name, @Nullable Object value) {
        if (value != null) {
            request.configurationParameter(name, value.toString());
        }
    }
}
