package org.scriptsocket.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.scriptsocket.transport.Transport;

/** A class path on which just these transports are found, in this order. */
final class ServiceFiles extends ClassLoader {

    private static final String FILE = "META-INF/services/" + Transport.class.getName();

    private final URL services;

    ServiceFiles(Class<?>... transports) {
        super(ServiceFiles.class.getClassLoader());
        try {
            Path file = Files.createTempFile("transports", ".services");
            file.toFile().deleteOnExit();
            Files.write(file, Arrays.stream(transports).map(Class::getName).toList());
            services = file.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(FILE) ? Collections.enumeration(List.of(services)) : super.getResources(name);
    }
}
