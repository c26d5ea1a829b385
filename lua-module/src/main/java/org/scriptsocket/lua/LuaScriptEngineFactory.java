package org.scriptsocket.lua;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.HostedEngineFactory;
import org.scriptsocket.ScriptHost;

/**
 * Makes engines for Lua that have the {@code websocket} API.
 *
 * <p>{@link javax.script.ScriptEngineManager} finds it by the name {@code lua-websocket}. To make one costs nothing and fails never;
 * what an engine's connections need is looked for at the first {@code connect}. May be used on any thread; an engine is for one thread at a time.
 */
public final class LuaScriptEngineFactory implements HostedEngineFactory {

    private static final String NAME = "lua-websocket";
    static final Map<String, String> PARAMETERS = Map.of(
            ScriptEngine.NAME,
            NAME,
            ScriptEngine.ENGINE,
            NAME,
            ScriptEngine.ENGINE_VERSION,
            version(),
            ScriptEngine.LANGUAGE,
            "Lua",
            ScriptEngine.LANGUAGE_VERSION,
            "5.1");

    private final Supplier<ScriptHost.Builder> hosts;
    private final LuaSettings settings;

    /** A factory whose engines find their transport by {@link java.util.ServiceLoader}. */
    public LuaScriptEngineFactory() {
        this(ScriptHost::builder);
    }

    /** A factory whose engines, where nobody gives them another host, have one by these builders, a new one each time. */
    public LuaScriptEngineFactory(Supplier<ScriptHost.Builder> hosts) {
        this(hosts, LuaSettings.standard());
    }

    private LuaScriptEngineFactory(Supplier<ScriptHost.Builder> hosts, LuaSettings settings) {
        this.hosts = hosts;
        this.settings = settings;
    }

    /**
     * The same, but with {@code luajava} among the globals: its scripts can do whatever Java can.
     *
     * @throws IllegalStateException together with a sandbox
     */
    public LuaScriptEngineFactory withLuajava() {
        return new LuaScriptEngineFactory(hosts, settings.withLuajava());
    }

    /** The same, but {@code require} looks for modules in these folders too. */
    public LuaScriptEngineFactory withModules(ModuleFolders folders) {
        return new LuaScriptEngineFactory(hosts, settings.withModules(folders));
    }

    /**
     * The same, but with scripts compiled to Java's byte code by LuaJC: loops run several times as fast, while loading takes longer (a
     * function of hundreds of statements can take seconds), errors name no file, line or variable, {@code debug} and {@code setfenv} do
     * not know the functions, and nothing bounds how long a script runs. What LuaJC can not compile is interpreted.
     *
     * @throws IllegalStateException if the optional library {@code org.apache.bcel:bcel} is missing, or together with a sandbox
     */
    public LuaScriptEngineFactory withLuajc() {
        CompiledChunks.check();
        return new LuaScriptEngineFactory(hosts, settings.withLuajc());
    }

    /**
     * The same, but for scripts that are not trusted. Unless the builders of this factory have settings, a host that an engine brings along
     * is {@linkplain ScriptHost.Builder#untrusted untrusted} too; another host that loads such an engine keeps its own limits and policy.
     *
     * @throws IllegalStateException together with {@link #withLuajc} or {@link #withLuajava}
     */
    public LuaScriptEngineFactory withSandbox(LuaSandbox sandbox) {
        return new LuaScriptEngineFactory(hosts, settings.withSandbox(sandbox));
    }

    @Override
    public ScriptHost.Builder hostBuilder() {
        ScriptHost.Builder builder = hosts.get();
        return settings.sandbox() == null ? builder : builder.untrustedByDefault();
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new LuaScriptEngine(this, settings, ScriptHost::of);
    }

    @Override
    public String getEngineName() {
        return NAME;
    }

    @Override
    public String getEngineVersion() {
        return version();
    }

    @Override
    public List<String> getNames() {
        return List.of(NAME, "lua-ws");
    }

    @Override
    public List<String> getExtensions() {
        return List.of("lua");
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of("text/x-lua", "application/x-lua");
    }

    @Override
    public String getLanguageName() {
        return "Lua";
    }

    @Override
    public String getLanguageVersion() {
        return "5.1";
    }

    /** Null for {@code THREADING}: an engine is for one thread at a time. */
    @Override
    public @Nullable Object getParameter(String key) {
        return PARAMETERS.get(key);
    }

    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        return present(object) + ":" + present(method) + "(" + String.join(", ", present(arguments)) + ")";
    }

    @Override
    public String getOutputStatement(String toDisplay) {
        return "print(" + quoted(toDisplay) + ")";
    }

    @Override
    public String getProgram(String... statements) {
        return Arrays.stream(present(statements))
                .map(statement -> statement.endsWith(";") ? statement : statement + ";")
                .collect(Collectors.joining("\n"));
    }

    private static String present(String given) {
        return Objects.requireNonNull(given, "Nothing of a program must be null");
    }

    private static String[] present(String... given) {
        return Arrays.stream(given).map(LuaScriptEngineFactory::present).toArray(String[]::new);
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(LuaScriptEngineFactory::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int each) {
        return switch (each) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> each < ' ' ? String.format("\\%03d", each) : Character.toString(each);
        };
    }

    private static String version() {
        String version = LuaScriptEngineFactory.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
