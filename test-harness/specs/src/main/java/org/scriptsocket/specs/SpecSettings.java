package org.scriptsocket.specs;

/**
 * The names of the configuration parameters of the engine {@value LuaSpecsTestEngine#ID}. They are given to a launcher's request, to
 * Surefire ({@code configurationParameters}), in {@code junit-platform.properties}, or as system properties.
 */
public final class SpecSettings {

    /** {@code true} runs files at the same time, each on one thread; {@code false} by default. */
    public static final String PARALLEL = "scriptsocket.specs.parallel";

    /**
     * How many files at the same time: what JUnit has under {@code junit.jupiter.execution.parallel.config.}, such as {@code strategy} and
     * {@code fixed.parallelism}.
     */
    public static final String PARALLEL_CONFIG = "scriptsocket.specs.parallel.config.";

    /** {@code true} shuffles files, blocks and tests; {@code false} by default. */
    public static final String RANDOM = "scriptsocket.specs.random";

    /**
     * The whole number that makes the random order; asks for a random order by itself. Without it a new one is made. It is published as a
     * report entry of this name, and stands in the message of each test that fails.
     */
    public static final String SEED = "scriptsocket.specs.seed";

    /** How many milliseconds a test may take, and its cleaning up once more; 10000 by default. */
    public static final String LIMIT = "scriptsocket.specs.limit";

    /** The name of the transport; by default the one that is on the class path. {@code memory} needs no sockets. */
    public static final String TRANSPORT = "scriptsocket.specs.transport";

    /**
     * A properties file of settings for the hosts of specs and for the transport, as {@code scriptsocket run --config} has it. In virtual
     * time and with the transport {@code memory} there is no use for those of a transport.
     */
    public static final String SETTINGS = "scriptsocket.specs.settings";

    /** Followed by the name of one such setting, such as {@code limit.message-in} or {@code tls.minimum}; goes before those of the file. */
    public static final String SETTING = "scriptsocket.specs.setting.";

    private SpecSettings() {}
}
