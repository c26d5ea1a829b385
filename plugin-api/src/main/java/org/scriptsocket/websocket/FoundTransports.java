package org.scriptsocket.websocket;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transports on the class path of a class loader, in a fixed order, wherever they stand on it: first the one with the most
 * {@linkplain Transport#capabilities capabilities}, and of equals the first by name.
 */
public final class FoundTransports {

    private static final Logger log = LoggerFactory.getLogger("org.scriptsocket");

    private static final Comparator<Transport> ORDER = Comparator.<Transport>comparingInt(
                    transport -> -transport.capabilities().size())
            .thenComparing(Transport::name);

    /** Where the transports of this project are. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "jetty", "org.scriptsocket:scriptsocket-jetty-transport",
            "jdk", "org.scriptsocket:scriptsocket-jdk-transport",
            "memory", "org.scriptsocket:scriptsocket-kit");

    private final List<Transport> inOrder;

    private FoundTransports(List<Transport> inOrder) {
        this.inOrder = inOrder;
    }

    /** Looks for them; their constructors cost nothing. */
    public static FoundTransports of(ClassLoader loader) {
        return among(ServiceLoader.load(Transport.class, loader).stream().map(ServiceLoader.Provider::get));
    }

    static FoundTransports among(Stream<Transport> found) {
        return new FoundTransports(found.sorted(ORDER).toList());
    }

    /**
     * The one of this name; or, where the name is null, the first that is not {@linkplain Transport#onlyByName only used by name}, with a
     * line in the log if there are several.
     *
     * @throws MissingTransportException if there is none, with a sentence that says what to add
     */
    public Transport choose(@Nullable String name) {
        return choose(name, log::info);
    }

    Transport choose(@Nullable String name, Consumer<String> noted) {
        List<Transport> all = inOrder.stream()
                .filter(found ->
                        name == null ? !found.onlyByName() : found.name().equals(name))
                .toList();
        if (all.isEmpty()) {
            throw new MissingTransportException(name == null ? noneAtAll() : none(name));
        }
        Transport first = all.get(0);
        if (all.size() > 1) {
            noted.accept("Using the transport '" + first.name() + "'; found were " + names(all)
                    + ": the one that can do most, or the first by name, is used where none is chosen");
        }
        return first;
    }

    private static String noneAtAll() {
        return "No WebSocket transport was found; add " + ARTIFACTS.get("jetty") + " or " + ARTIFACTS.get("jdk")
                + " to the class path";
    }

    private String none(String name) {
        String missing = "No WebSocket transport named '" + name + "' was found";
        String artifact = ARTIFACTS.get(name);
        if (artifact != null) {
            return missing + "; add " + artifact + " to the class path";
        }
        String found = inOrder.isEmpty() ? "there are none" : "there are " + names(inOrder);
        return missing + "; " + found + ", and " + ARTIFACTS.get("jetty") + " or " + ARTIFACTS.get("jdk")
                + " can be added to the class path";
    }

    private static String names(List<Transport> transports) {
        return transports.stream().map(each -> "'" + each.name() + "'").collect(Collectors.joining(", "));
    }
}
