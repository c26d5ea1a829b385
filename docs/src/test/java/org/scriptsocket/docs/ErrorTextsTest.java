package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettySettings;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.kit.server.ServerIdentity;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Transport;

/** Whatever a server or the network does, a script is told in plain words, with host and port where nothing was opened. */
final class ErrorTextsTest {

    private static final String LUA = """
            function init(self)
              websocket.connect(URL, { timeout = TIMEOUT }, function(self, conn, data)
                if data.event == websocket.EVENT_ERROR then message = data.message end
                if data.event == websocket.EVENT_DISCONNECTED then done = true end
              end)
            end
            """;

    private static final String OPENING = "Failed to open connection: ";
    /** After these nothing comes that Jetty tells of: it takes 199 for the announcement of another answer. */
    private static final Set<String> ENDLESS = Set.of("silence", "status 199");

    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test CA");
    private static final Transport PLAIN = new JettyTransport();
    private static final Transport TRUSTING =
            new JettyTransport(JettySettings.standard().withTrustedCertificates(List.of(AUTHORITY.certificate())));

    @AfterAll
    static void close() {
        PLAIN.close();
        TRUSTING.close();
    }

    @TestFactory
    Stream<DynamicTest> answers() {
        Map<String, Behaviour> all = new LinkedHashMap<>();
        all.put("nothing and FIN", Behaviour.silence().fin());
        all.put("RST", Behaviour.refuse());
        all.put("silence", Behaviour.silence().ignore());
        all.put("half a head", Behaviour.raw("HTTP/1.1 101 Switching").fin());
        all.put("half a header", Behaviour.raw("HTTP/1.1 403 No\r\nX-A: ").fin());
        all.put(
                "half a header and RST",
                Behaviour.raw("HTTP/1.1 403 No\r\nX-A: ").reset());
        for (int status : new int[] {199, 200, 204, 301, 304, 400, 401, 403, 404, 407, 426, 500, 503, 599}) {
            all.put("status " + status, Behaviour.reject(status).body("body").fin());
        }
        String[] raw = {
            "this is not http\r\n\r\n",
            "\0\1\2\3\r\n\r\n",
            "SSH-2.0-OpenSSH\r\n",
            "HTTP/9.9 101 x\r\n\r\n",
            "HTTP/1.0 101 x\r\n\r\n",
            "HTTP/1.1 x y\r\n\r\n",
            "HTTP/1.1 99 y\r\n\r\n",
            "HTTP/1.1 1000 y\r\n\r\n",
            "HTTP/1.1 -101 y\r\n\r\n",
            "HTTP/1.1 200\r\nContent-Length: -5\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: nonsense\r\n\r\n5\r\nab",
            "HTTP/1.1 200 OK\r\nX-A: a\0b\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX A: b\r\n\r\n",
            "HTTP/1.1 200 OK\r\n: b\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-A: a\r\n b\r\n\r\n",
            "HTTP/1.1 101 x\r\nContent-Length: 5\r\n\r\nabcde",
            "HTTP/1.1 101 x\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 101 x\r\nX-Big: " + "a".repeat(100_000) + "\r\n\r\n",
            "HTTP/2.0 200 OK\r\n\r\n",
            "\r\n\r\n\r\n",
            "\u0015\u0003\u0001\0\2\2F"
        };
        for (String answer : raw) {
            all.put(
                    "raw " + answer.substring(0, Math.min(60, answer.length())).replaceAll("\\P{Graph}", "."),
                    Behaviour.raw(answer).fin());
        }
        String[][] headers = {
            {"Upgrade", ""},
            {"Upgrade", "h2c"},
            {"Connection", ""},
            {"Connection", "close"},
            {"Sec-WebSocket-Accept", ""},
            {"Sec-WebSocket-Accept", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="},
            {"Sec-WebSocket-Protocol", "nope"},
            {"Sec-WebSocket-Extensions", "permessage-deflate"},
            {"Sec-WebSocket-Extensions", "x; y=\"z"},
        };
        for (String[] header : headers) {
            all.put(
                    "101 with " + header[0] + ": " + header[1],
                    Behaviour.accept().header(header[0], header[1]));
        }
        return tests(all);
    }

    @TestFactory
    Stream<DynamicTest> frames() {
        Map<String, Behaviour> all = new LinkedHashMap<>();
        Behaviour accept = Behaviour.accept();
        all.put("FIN", accept.fin());
        all.put("RST", accept.reset());
        all.put("half a frame and FIN", accept.sendRaw((byte) 0x82).fin());
        all.put(
                "half a message and FIN",
                accept.send(Frame.text("a").notFinal()).fin());
        all.put(
                "half a payload and RST",
                accept.sendRaw((byte) 0x82, (byte) 5, (byte) 1).reset());
        all.put("masked", accept.send(Frame.text("a").asMasked()));
        for (int rsv : new int[] {1, 2, 4, 7}) {
            all.put("RSV " + rsv, accept.send(Frame.text("a").rsv(rsv)));
        }
        for (int opcode : new int[] {3, 7, 11, 15}) {
            all.put("opcode " + opcode, accept.send(Frame.of(opcode)));
        }
        all.put("continuation", accept.send(Frame.continuation("a")));
        all.put(
                "new message in another",
                accept.send(Frame.text("a").notFinal()).send("b"));
        all.put("ping in fragments", accept.send(Frame.ping("a").notFinal()));
        all.put("ping of 126 bytes", accept.send(Frame.ping("a".repeat(126))));
        for (LengthForm form : LengthForm.values()) {
            all.put(
                    "length as " + form,
                    accept.send(Frame.text("a").length(form)).fin());
        }
        all.put(
                "length over 63 bits",
                accept.send(Frame.text("a").length(LengthForm.BITS_64).announcing(-1))
                        .fin());
        all.put("text that is no UTF-8", accept.send(Frame.of(Frame.TEXT, (byte) 0xC3, (byte) 0x28)));
        all.put("Close of one byte", accept.send(Frame.of(Frame.CLOSE, (byte) 3)));
        all.put("Close 1005", accept.send(Frame.of(Frame.CLOSE, (byte) 3, (byte) 0xED)));
        all.put("Close with a reason that is no UTF-8", accept.send(Frame.of(Frame.CLOSE, (byte) 3, (byte) 0xE8, (byte)
                0xFF)));
        all.put("message over the limit", accept.send(Frame.binary(new byte[2_000])));
        all.put("announced message over the limit", accept.send(Frame.binary().announcing(1L << 62)));
        return tests(all);
    }

    @TestFactory
    Stream<DynamicTest> urls() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return Stream.of(
                        "ws://127.0.0.1:" + port,
                        "wss://127.0.0.1:" + port,
                        "ws://localhost:" + port,
                        "ws://[::1]:" + port,
                        "ws://no-such-host.invalid:81/",
                        "wss://no-such-host.invalid",
                        "ws://" + "a".repeat(300) + ":81/",
                        "ws://a..b:81/",
                        "ws://.:81/",
                        "ws://1.2.3.256:81/",
                        "ws://255.255.255.255:81/",
                        "ws://127.0.0.1:0",
                        "ws://127.0.0.1:65536",
                        "ws://ann:secret@127.0.0.1:81/",
                        "ws://[::zz]:81/",
                        "ws://",
                        "ws:/x",
                        "ftp://127.0.0.1:81/",
                        "nowhere",
                        "",
                        "ws://a b:81/",
                        "ws://127.0.0.1:81/\n")
                .map(url -> DynamicTest.dynamicTest("url " + url.strip(), () -> {
                    String message = message(url, 2_000, PLAIN);
                    assertPlain(message.replace("***@", ""));
                    assertThat(message).startsWith(OPENING).doesNotContain("secret");
                    assertThat(message).containsPattern(":(" + port + "|81|443|0|65536)\\b|in the url '");
                }));
    }

    @TestFactory
    Stream<DynamicTest> certificates() {
        Instant then = Instant.parse("2020-02-29T12:00:00Z");
        Map<String, ServerIdentity> all = new LinkedHashMap<>();
        all.put("has been expired since 2020-02-29", AUTHORITY.sign(then.minusSeconds(1_000_000), then, "127.0.0.1"));
        all.put("is for chat.example, not for 127.0.0.1", AUTHORITY.sign("chat.example"));
        all.put("is self-signed", CertificateAuthority.selfSigned("127.0.0.1"));
        all.put(
                "is signed by an unknown authority, 'Other CA'",
                CertificateAuthority.create("Other CA").sign("127.0.0.1"));
        return all.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest("certificate that " + each.getKey(), () -> {
                    try (MisbehavingServer server =
                            MisbehavingServer.start(each.getValue().sockets())) {
                        String message = message(server.url(), 20_000, TRUSTING);
                        assertPlain(message);
                        assertThat(message)
                                .startsWith(OPENING + "the TLS certificate of 127.0.0.1:" + server.port() + " "
                                        + each.getKey());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> tls() {
        Map<String, Behaviour> all = new LinkedHashMap<>();
        all.put("FIN", Behaviour.silence().fin());
        all.put("403", Behaviour.reject(403));
        all.put("lost", Behaviour.accept().reset());
        return Stream.concat(
                all.entrySet().stream()
                        .map(each -> DynamicTest.dynamicTest("inside TLS: " + each.getKey(), () -> {
                            try (MisbehavingServer server = MisbehavingServer.start(
                                    AUTHORITY.sign("127.0.0.1").sockets())) {
                                server.otherwise(each.getValue());
                                assertPlain(message(server.url(), 20_000, TRUSTING), server.port());
                            }
                        })),
                Stream.of(
                        DynamicTest.dynamicTest("wss to a server without TLS", () -> {
                            try (MisbehavingServer server = MisbehavingServer.start()) {
                                server.otherwise(Behaviour.echo());
                                assertPlain(
                                        message(server.url().replace("ws:", "wss:"), 2_000, TRUSTING), server.port());
                            }
                        }),
                        DynamicTest.dynamicTest("ws to a server with TLS", () -> {
                            try (MisbehavingServer server = MisbehavingServer.start(
                                    AUTHORITY.sign("127.0.0.1").sockets())) {
                                assertPlain(
                                        message(server.url().replace("wss:", "ws:"), 2_000, TRUSTING), server.port());
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                DynamicTest.dynamicTest("the limit of connections", () -> {
                    Limits none = Limits.standard().with(Limit.CONNECTIONS, 0);
                    String message = message(
                            "ws://127.0.0.1:81",
                            20_000,
                            ScriptHost.builder().transport(PLAIN).limits(none));
                    assertPlain(message);
                    assertThat(message)
                            .startsWith(OPENING + "127.0.0.1:81 was not dialled: the limit of 0 connections");
                }),
                DynamicTest.dynamicTest("the policy", () -> {
                    AddressPolicy none = (name, address) -> Optional.of(name + " is private");
                    String message = message(
                            "ws://127.0.0.1:81",
                            20_000,
                            ScriptHost.builder().transport(PLAIN).policy(none));
                    assertPlain(message);
                    assertThat(message).isEqualTo(OPENING + "127.0.0.1:81 was not dialled: 127.0.0.1 is private");
                }),
                DynamicTest.dynamicTest(
                        "a deadline that has passed",
                        () -> assertThat(message("ws://127.0.0.1:81", 0, PLAIN))
                                .isEqualTo("Connect sequence timed out")));
    }

    private static Stream<DynamicTest> tests(Map<String, Behaviour> behaviours) {
        return behaviours.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    try (MisbehavingServer server = MisbehavingServer.start()) {
                        server.otherwise(each.getValue());
                        long timeout = ENDLESS.contains(each.getKey()) ? 300 : 20_000;
                        assertPlain(message(server.url(), timeout, PLAIN), server.port());
                    }
                }));
    }

    private static void assertPlain(String message, int port) {
        assertPlain(message);
        if (message.startsWith(OPENING) || message.startsWith("Connection lost")) {
            assertThat(message).contains("127.0.0.1:" + port);
        }
    }

    private static void assertPlain(String message) {
        assertThat(message)
                .doesNotContainIgnoringCase("exception", "jetty", "null", "java.", "javax.", "org.", "sun.", "eof")
                .doesNotContainPattern("@[0-9a-f]{3,}|[{}\\[]\\w+[=@]|\\p{Cntrl}")
                .matches("[A-Z].{10,}");
    }

    private static String message(String url, long timeout, Transport transport) throws Exception {
        Limits limits = Limits.standard().with(Limit.MESSAGE_IN, 1_000);
        return message(url, timeout, ScriptHost.builder().transport(transport).limits(limits));
    }

    private static String message(String url, long timeout, ScriptHost.Builder builder) throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", url);
        engine.put("TIMEOUT", timeout);
        try (ScriptHost host = builder.build()) {
            host.load(engine, LUA, "error.lua").start();
            Waiting.until(host, "DISCONNECTED", () -> engine.get("done") != null);
            return String.valueOf(engine.get("message"));
        }
    }
}
