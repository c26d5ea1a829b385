package org.scriptsocket.jetty;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import org.scriptsocket.transport.Transport;

/**
 * Binds the Jetty transport for applications that use Guice, as {@link Transport} and, as {@code jetty}, in the map of transports by name. The application may set a {@link Transport} or {@link JettySettings}
 * of its own by {@link OptionalBinder#setBinding()}, and closes the transport.
 */
public final class JettyTransportModule extends AbstractModule {

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), JettySettings.class)
                .setDefault()
                .toInstance(JettySettings.standard());
        MapBinder.newMapBinder(binder(), String.class, Transport.class)
                .addBinding("jetty")
                .to(JettyTransport.class);
        OptionalBinder.newOptionalBinder(binder(), Transport.class).setDefault().to(JettyTransport.class);
    }

    @Provides
    @Singleton
    JettyTransport transport(JettySettings settings) {
        return new JettyTransport(settings);
    }
}
