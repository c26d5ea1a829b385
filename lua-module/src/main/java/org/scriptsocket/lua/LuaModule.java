package org.scriptsocket.lua;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.OptionalBinder;
import java.util.Optional;
import java.util.function.Consumer;
import javax.script.ScriptEngineManager;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.NanoClock;

/**
 * Lua for Guice: a {@link ScriptEngineManager} whose engines for {@code lua-websocket} and {@code .lua} speak over the injector's
 * {@link Transport}, and a {@link ScriptHost}, a new one for each injection, which the application closes.
 *
 * <p>{@link HostSettings}, from which {@link Limits} and {@link AddressPolicy} come unless they are set themselves, {@link NanoClock}, {@link ModuleFolders} and the {@code Consumer<ScriptError>} that is told of errors have defaults,
 * which the application may replace by an {@link OptionalBinder}. Where it binds a {@link LuaSandbox}, the engines are for scripts that are not
 * trusted, and the default settings are {@link HostSettings#sandbox}.
 */
public final class LuaModule extends AbstractModule {

    private final boolean luajc;

    public LuaModule() {
        this(false);
    }

    private LuaModule(boolean luajc) {
        this.luajc = luajc;
    }

    /** The same, but for {@link LuaScriptEngineFactory#withLuajc}. */
    public LuaModule withLuajc() {
        return new LuaModule(true);
    }

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), LuaSandbox.class);
        Provider<Optional<LuaSandbox>> sandbox = binder().getProvider(new Key<Optional<LuaSandbox>>() {});
        OptionalBinder.newOptionalBinder(binder(), HostSettings.class)
                .setDefault()
                .toProvider(() -> sandbox.get().isPresent() ? HostSettings.sandbox() : HostSettings.standard());
        Provider<HostSettings> settings = binder().getProvider(HostSettings.class);
        OptionalBinder.newOptionalBinder(binder(), Limits.class)
                .setDefault()
                .toProvider(() -> settings.get().limits());
        OptionalBinder.newOptionalBinder(binder(), AddressPolicy.class)
                .setDefault()
                .toProvider(() -> settings.get().policy());
        OptionalBinder.newOptionalBinder(binder(), NanoClock.class).setDefault().toInstance(NanoClock.system());
        OptionalBinder.newOptionalBinder(binder(), ModuleFolders.class)
                .setDefault()
                .toInstance(ModuleFolders.none());
        OptionalBinder.newOptionalBinder(binder(), new TypeLiteral<Consumer<ScriptError>>() {});
    }

    @Provides
    ScriptHost.Builder hostBuilder(
            Transport transport,
            HostSettings settings,
            Limits limits,
            AddressPolicy policy,
            NanoClock clock,
            Optional<Consumer<ScriptError>> onScriptError) {
        ScriptHost.Builder builder = ScriptHost.builder()
                .transport(transport)
                .settings(settings)
                .limits(limits)
                .policy(policy)
                .clock(clock);
        onScriptError.ifPresent(builder::onScriptError);
        return builder;
    }

    @Provides
    ScriptHost host(ScriptHost.Builder builder) {
        return builder.build();
    }

    @Provides
    @Singleton
    LuaScriptEngineFactory factory(
            Provider<ScriptHost.Builder> builders, ModuleFolders folders, Optional<LuaSandbox> sandbox) {
        LuaScriptEngineFactory factory = new LuaScriptEngineFactory(builders::get).withModules(folders);
        LuaScriptEngineFactory compiling = luajc ? factory.withLuajc() : factory;
        return sandbox.map(compiling::withSandbox).orElse(compiling);
    }

    @Provides
    @Singleton
    ScriptEngineManager manager(LuaScriptEngineFactory factory) {
        ScriptEngineManager manager = new ScriptEngineManager();
        factory.getNames().forEach(name -> manager.registerEngineName(name, factory));
        manager.registerEngineName("lua", factory);
        factory.getExtensions().forEach(extension -> manager.registerEngineExtension(extension, factory));
        return manager;
    }
}
