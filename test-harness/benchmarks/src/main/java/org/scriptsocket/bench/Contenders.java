package org.scriptsocket.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is measured, by name; a worker of one of them runs in a JVM of its own. */
final class Contenders {

    /** What all others are compared with. */
    static final String REFERENCE = "jetty-core";

    static final String NODE = "node-ws";

    private static final Map<String, Contender> IN_JAVA = inJava();

    private Contenders() {}

    private static Map<String, Contender> inJava() {
        Map<String, Contender> all = new LinkedHashMap<>();
        all.put("lua", new Scripted("lua-websocket", "lua", false));
        all.put("lua-direct", new Scripted("lua-websocket", "lua", true));
        all.put("javascript", new Scripted("nashorn", "js", false));
        all.put(REFERENCE, new Bare(JettyCore::new));
        all.put("jetty-api", new Bare(JettyApi::new));
        all.put("java.net.http", new Bare(JdkHttp::new));
        all.put("netty", new Bare(Netty::new));
        all.put("java-websocket", new Bare(JavaWebSocket::new));
        all.put("okhttp", new Bare(OkHttp::new));
        all.put("nio", new Bare(NioClient::new));
        return all;
    }

    /** Whether no script is part of it. */
    static boolean isBare(String name) {
        return !(IN_JAVA.get(name) instanceof Scripted);
    }

    static List<String> inJavaByName() {
        return List.copyOf(IN_JAVA.keySet());
    }

    static Contender named(String name) {
        Contender found = IN_JAVA.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no contender '" + name + "'; there are "
                    + String.join(", ", IN_JAVA.keySet()) + ", " + NODE);
        }
        return found;
    }
}
