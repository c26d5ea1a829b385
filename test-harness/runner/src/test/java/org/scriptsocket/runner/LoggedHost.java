package org.scriptsocket.runner;

import java.io.OutputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.HostSettings;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** A program with a host that logs all it can, a script that would forge its log, and a server that helps it. */
final class LoggedHost {

    static final String EVIL = "\r\nFORGED \u001b[2J\u202e\u2028FORGED s";

    private LoggedHost() {}

    /** @param args the script, and the folder with a second one that does not load */
    public static void main(String[] args) throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start()) {
            server.otherwise(Behaviour.echo());
            server.on("/refused?token=s3cr3t", Behaviour.reject(403).header("Set-Cookie", "a=s3cr3t"));
            server.on("/closes?token=s3cr3t", Behaviour.accept().close(4001, "\r\nFORGED \u202e"));
            server.on("/resets?token=s3cr3t", Behaviour.accept().reset());
            server.on("/violates?token=s3cr3t", Behaviour.accept().sendRaw((byte) 0xff, (byte) 0));
            Properties rules = new Properties();
            rules.setProperty("policy.1", "dney " + EVIL);
            HostSettings.from(rules);
            run(Path.of(args[0]), server.url());
            failHandler(Path.of(args[0]), server.url());
            failObserver(server.url());
            failListener(server.port());
            giveSettings();
        }
    }

    private static void run(Path file, String url) throws Exception {
        try (ScriptHost host = ScriptHost.create()) {
            Script script = host.load(engine(url), file);
            script.start();
            host.run(0, host::isIdle);
            System.err.println(host.flightRecorder());
            try {
                script.start().call("leave");
            } catch (ScriptException e) {
                // told to us, who are trusted
            }
        }
    }

    private static void failHandler(Path file, String url) throws Exception {
        ScriptHost.Builder failing = ScriptHost.builder().onScriptError(error -> {
            throw new IllegalStateException("the handler is broken");
        });
        try (ScriptHost host = failing.build()) {
            host.load(engine(url), Files.readString(file), "again" + EVIL + ".lua")
                    .start();
            host.run(0, host::isIdle);
        } catch (ScriptException e) {
            // it need not get on
        }
    }

    /** Its script ends its {@code final} by itself. */
    private static void failObserver(String url) throws Exception {
        ScriptHost.Builder failing = ScriptHost.builder()
                .frameObserver(connection -> (way, code, fin, length, bytes) -> {
                    throw new IllegalStateException("ws://ann:s3cr3t@h/?y=s3cr3t" + EVIL);
                });
        try (ScriptHost host = failing.build()) {
            ScriptEngine lua = engine(url);
            new LuaGlobals(lua).define(host, new Output(OutputStream.nullOutputStream()), new Ending());
            host.load(lua, """
                    function init()
                      websocket.connect(URL .. '/echo', { timeout = 60000 }, function(self, c, data)
                        if data.event == websocket.EVENT_CONNECTED then websocket.disconnect(c) end
                      end)
                    end
                    function final() os.exit(1) end
                    """, "final" + EVIL + ".lua").start();
            host.run(0, host::isIdle);
        }
    }

    private static void failListener(int port) {
        try (JettyTransport transport = new JettyTransport()) {
            ListenerRecorder told = new ListenerRecorder();
            transport.open(
                    ConnectRequest.to("h" + EVIL, port)
                            .target("/?y=s3cr3t" + EVIL)
                            .build(),
                    told);
            told.takeFailure();
            ConnectRequest request = ConnectRequest.to("127.0.0.1", port)
                    .target("/closes?token=s3cr3t")
                    .build();
            TransportConnection connection = transport.open(request, new FailingListener());
            connection.gone().toCompletableFuture().join();
        }
    }

    /** To a host that is given its transport, and to one that finds two. */
    private static void giveSettings() throws Exception {
        Properties settings = new Properties();
        settings.setProperty("user-agent", "s3cr3t");
        try (JettyTransport given = new JettyTransport()) {
            ScriptHost.builder().settings(settings).transport(given).build().close();
        }
        Path folder = Files.createTempDirectory("transports");
        try (URLClassLoader two = TransportFolder.loader(folder, SecondTransport.class)) {
            ScriptHost.builder().settings(settings).classLoader(two).build().close();
        }
    }

    /** One more, which nobody asked for. */
    public static final class SecondTransport implements Transport {

        @Override
        public String name() {
            return "second";
        }

        @Override
        public Transport configured(SettingValues settings) {
            return this;
        }

        @Override
        public TransportConnection open(ConnectRequest request, TransportListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // it has nothing
        }
    }

    /** Fails with a text of the script's or the peer's at each call. */
    private static final class FailingListener implements TransportListener {

        @Override
        public void onOpen(HandshakeResponse response) {
            throw fault();
        }

        @Override
        public void onMessage(Message message) {
            throw fault();
        }

        @Override
        public void onClosed(CloseStatus status) {
            throw fault();
        }

        @Override
        public void onFailure(Failure failure) {
            throw fault();
        }

        private static IllegalStateException fault() {
            return new IllegalStateException("Cookie: s3cr3t", new IllegalArgumentException("Cookie: s3cr3t" + EVIL));
        }
    }

    private static ScriptEngine engine(String url) {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", url.replaceAll("/$", ""));
        engine.put("USER_URL", url.replaceAll("/$", "").replace("://", "://ann:s3cr3t@"));
        engine.put("EVIL", EVIL);
        return engine;
    }
}
