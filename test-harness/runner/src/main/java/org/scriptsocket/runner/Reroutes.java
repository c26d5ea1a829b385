package org.scriptsocket.runner;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is dialled in place of what the url says. */
final class Reroutes implements UnaryOperator<InetSocketAddress> {

    private static final String ADDRESS = "(\\[[^]=]+]|[^]\\[:=]+):(\\d{1,5})";
    private static final Pattern REROUTE = Pattern.compile(ADDRESS + "=" + ADDRESS);
    private static final int MAX_PORT = 65535;

    private final Map<String, InetSocketAddress> targets = new HashMap<>();

    /** @throws UsageException if one is not {@code HOST:PORT=HOST:PORT} */
    static Reroutes parse(List<String> texts) {
        Reroutes all = new Reroutes();
        texts.forEach(all::add);
        return all;
    }

    boolean isEmpty() {
        return targets.isEmpty();
    }

    @Override
    public InetSocketAddress apply(InetSocketAddress asked) {
        return targets.getOrDefault(key(asked.getHostString(), asked.getPort()), asked);
    }

    private void add(String text) {
        Matcher parts = REROUTE.matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        targets.put(
                key(parts.group(1), port(parts.group(2), text)),
                InetSocketAddress.createUnresolved(bare(parts.group(3)), port(parts.group(4), text)));
    }

    private static int port(String digits, String text) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > MAX_PORT) {
            throw wrong(text);
        }
        return port;
    }

    private static String key(String host, int port) {
        return bare(host).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static UsageException wrong(String text) {
        return new UsageException("--resolve: HOST:PORT=HOST:PORT expected, got '" + text + "'");
    }
}
