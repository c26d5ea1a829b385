package org.scriptsocket.runner;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scriptsocket.transport.Transport;

/** A folder that makes one more transport known. */
final class TransportFolder {

    private TransportFolder() {}

    /** A class loader that knows it, besides those on the class path. */
    static URLClassLoader loader(Path folder, Class<? extends Transport> transport) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Transport.class.getName()), transport.getName());
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, transport.getClassLoader());
    }
}
