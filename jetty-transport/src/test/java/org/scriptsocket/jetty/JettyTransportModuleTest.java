package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;

final class JettyTransportModuleTest {

    @Test
    void theTransportIsOneForAll() {
        Injector injector = Guice.createInjector(new JettyTransportModule());
        Transport transport = injector.getInstance(Transport.class);
        assertThat(transport).isInstanceOf(JettyTransport.class).isSameAs(injector.getInstance(Transport.class));
        transport.close();
    }

    @Test
    void theApplicationMaySetTheSettings() {
        Injector injector = Guice.createInjector(new JettyTransportModule(), new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), JettySettings.class)
                        .setBinding()
                        .toInstance(
                                JettySettings.standard().withUserAgent("mine").withCompression(true));
            }
        });
        ListenerRecorder recorder = new ListenerRecorder();
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = injector.getInstance(Transport.class)) {
            transport.open(Requests.to(server.port()), recorder);
            Seen.Request request = server.takeConnection().takeRequest();
            assertThat(request.header("User-Agent")).isEqualTo("mine");
            assertThat(request.header("Sec-WebSocket-Extensions")).isEqualTo("permessage-deflate");
        }
    }

    @Test
    void theApplicationMaySetAnotherTransport() {
        MemoryTransport other = new MemoryTransport();
        Module own = new AbstractModule() {
            @Override
            protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), Transport.class)
                        .setBinding()
                        .toInstance(other);
            }
        };
        assertThat(Guice.createInjector(new JettyTransportModule(), own).getInstance(Transport.class))
                .isSameAs(other);
    }

    @Test
    void theTransportIsFoundWithoutAnInjector() {
        assertThat(ServiceLoader.load(Transport.class).stream().map(ServiceLoader.Provider::type))
                .contains(JettyTransport.class);
    }
}
