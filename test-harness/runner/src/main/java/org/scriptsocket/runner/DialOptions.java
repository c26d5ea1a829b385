package org.scriptsocket.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.LuaSandbox;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.transport.Transport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs a script: how it reaches its peers, for how long, and who looks on. */
final class DialOptions {

    @Option(names = "--transport", paramLabel = "NAME", description = "The transport. Default: the one that is there.")
    private @Nullable String transport;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Ends the run after this time, status 124.")
    private double timeout = Double.POSITIVE_INFINITY;

    @Option(
            names = "--resolve",
            paramLabel = "HOST:PORT=HOST:PORT",
            description = "Dials the second where a url says the first; the request stays as it is. Repeatable.")
    private List<String> reroutes = new ArrayList<>();

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(names = "--trace", description = "Writes every event and frame to the standard error, with its time.")
    private boolean trace;

    /** @throws UsageException if it can not be had */
    Transports.Choice transport() {
        return Transports.choice(transport, Reroutes.parse(reroutes), settings);
    }

    /** One that the caller closes. */
    Transport ownTransport() {
        return Transports.own(transport, Reroutes.parse(reroutes), settings);
    }

    /** Seconds; infinite for none. */
    double timeout() {
        UsageException.unless(timeout > 0, "--timeout: a number over 0 expected, got " + timeout);
        return timeout;
    }

    /** @throws UsageException if an option or the properties file has a mistake */
    HostSettings settings() {
        return settings.host();
    }

    /** @throws UsageException if an option or the properties file has a mistake */
    Optional<LuaSandbox> sandbox() {
        return settings.sandbox();
    }

    boolean trace() {
        return trace;
    }
}
