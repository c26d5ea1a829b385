package org.scriptsocket.jdk;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import org.scriptsocket.transport.Transport;

/**
 * Binds the JDK transport for applications that use Guice, as {@link Transport} and in the map of transports by name. The application
 * may set a {@link Transport} or {@link JdkSettings} of its own by {@link OptionalBinder#setBinding()}, and closes the transport.
 */
public final class JdkTransportModule extends AbstractModule {

    private final boolean isDefault;

    public JdkTransportModule() {
        this(true);
    }

    private JdkTransportModule(boolean isDefault) {
        this.isDefault = isDefault;
    }

    /** Beside the module of another transport, which binds {@link Transport}: this one is in the map only, as {@code jdk}. */
    public static JdkTransportModule besideAnother() {
        return new JdkTransportModule(false);
    }

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), JdkSettings.class)
                .setDefault()
                .toInstance(JdkSettings.standard());
        MapBinder.newMapBinder(binder(), String.class, Transport.class)
                .addBinding("jdk")
                .to(JdkTransport.class);
        if (isDefault) {
            OptionalBinder.newOptionalBinder(binder(), Transport.class)
                    .setDefault()
                    .to(JdkTransport.class);
        }
    }

    @Provides
    @Singleton
    JdkTransport transport(JdkSettings settings) {
        return new JdkTransport(settings);
    }
}
