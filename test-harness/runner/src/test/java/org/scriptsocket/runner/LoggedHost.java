package org.scriptsocket.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.HostSettings;

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

    private static ScriptEngine engine(String url) {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
        engine.put("URL", url.replaceAll("/$", ""));
        engine.put("USER_URL", url.replaceAll("/$", "").replace("://", "://ann:s3cr3t@"));
        engine.put("EVIL", EVIL);
        return engine;
    }
}
