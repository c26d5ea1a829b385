package org.scriptsocket.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.junit.ScriptSocketTest;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;

@ScriptSocketTest(virtualTime = true)
class EventRecorderTest {

    private static final String TWO = """
            function init(self) {
                websocket.connect("ws://game/a", null, function () {});
                websocket.connect("ws://game/b", null, function () {});
            }
            """;

    private final ScriptHost host;
    private final MemoryTransport peers;
    private final EventRecorder events;

    EventRecorderTest(ScriptHost host, MemoryTransport peers, EventRecorder events) {
        this.host = host;
        this.peers = peers;
        this.events = events;
    }

    private void start(String source) throws ScriptException {
        start(host, source);
    }

    private static void start(ScriptHost host, String source) throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
        host.load(engine, source, "chat.js").start();
    }

    private void connect() throws ScriptException {
        start("function init(self) { websocket.connect('ws://game/chat', null, function () {}); }");
    }

    @Test
    void assertsTheEventsInTheirOrder() throws ScriptException {
        peers.enqueue(Behaviour.accept()
                .send("x")
                .send(Frame.binary((byte) 0, (byte) -1))
                .close(4001, "why"));
        connect();
        assertThat(events.assertConnected().status()).isEqualTo(101);
        events.assertText("x");
        events.assertBinary((byte) 0, (byte) -1);
        events.assertClosed(4001, "why");
        events.assertExhausted();
    }

    @Test
    void assertsAnErrorAndTheEndAfterIt() throws ScriptException {
        peers.enqueue(Behaviour.reject(403), Behaviour.accept().reset());
        connect();
        events.assertError("Wrong response status: 403");
        events.assertClosed(1006);
        connect();
        events.assertConnected();
        assertThat(events.takeError()).startsWith("Connection lost: ");
        events.assertClosed(1006, "");
    }

    @Test
    void takesTheEventsOfOneConnectionByItself() throws ScriptException {
        peers.on("/a", Behaviour.accept().send("to a"));
        peers.on("/b", Behaviour.accept().send("to b"));
        start(TWO);
        events.of(2).assertConnected();
        events.of(2).assertText("to b");
        events.of(2).assertExhausted();
        assertThatThrownBy(events::assertExhausted).hasMessageContaining("websocket: 1 (ws://game)");
        events.of(1).assertConnected();
        events.assertText("to a");
    }

    @Test
    void whatCallbacksSetOffIsWaitedForToo() throws ScriptException {
        start("""
                function init(self) {
                    websocket.connect('ws://game/a', null, function (self, conn, data) {
                        if (data.event == websocket.EVENT_CONNECTED) {
                            websocket.connect('ws://game/b', { timeout: 0 }, function () {});
                        }
                    });
                }
                """);
        events.assertConnected();
        events.of(2).assertError("Connect sequence timed out");
        events.of(2).assertClosed(1006, "");
    }

    @Test
    void eachAssertionThatFailsSaysWhatItExpectedAndWhatCameAndShowsTheHistory() throws ScriptException {
        fails(events::assertConnected, "expected CONNECTED, got DISCONNECTED 1006 \"\" of websocket: 1 (ws://game)");
        fails(events::takeMessage, "expected MESSAGE, got DISCONNECTED ");
        fails(() -> events.assertText("x"), "expected MESSAGE text of 1 bytes \"x\", got DISCONNECTED ");
        fails(() -> events.assertBinary((byte) 0), "expected MESSAGE binary of 1 bytes 00, got DISCONNECTED ");
        fails(() -> events.assertError("other"), "expected ERROR \"other\", got DISCONNECTED ");
        fails(() -> events.assertClosed(1006, "why"), "expected DISCONNECTED 1006 \"why\", got DISCONNECTED ");
        fails(() -> events.assertClosed(1000), "expected DISCONNECTED 1000, got DISCONNECTED ");
        fails(events::assertExhausted, "not taken: [DISCONNECTED 1006 \"\" of websocket: 1 (ws://game)]");
    }

    private void fails(Runnable assertion, String text) throws ScriptException {
        peers.enqueue(Behaviour.reject(403));
        connect();
        events.takeError();
        assertThatThrownBy(assertion::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(text)
                .hasMessageContaining("What happened")
                .hasMessageContaining("ERROR \"Wrong response status: 403\" of websocket: 1 (ws://game)");
    }

    @Test
    void whatCanNotComeAnyMoreAtThisTimeIsNotWaitedFor() throws ScriptException {
        peers.enqueue(Behaviour.silence());
        connect();
        assertThatThrownBy(events::assertConnected)
                .hasMessageStartingWith(
                        "expected CONNECTED, but nothing came and nothing is left to happen before the clock moves on");
    }

    @Test
    void inRealTimeItRunsTheHostItself() throws ScriptException {
        EventRecorder recorder = new EventRecorder();
        try (MemoryTransport memory = MemoryTransport.recording();
                ScriptHost real = ScriptHost.builder()
                        .observer(recorder)
                        .transport(memory)
                        .build()) {
            recorder.drive(real);
            memory.enqueue(Behaviour.accept().send("x").close(4001, "why"));
            start(real, "function init(self) { websocket.connect('ws://game/', null, function () {}); }");
            recorder.assertConnected();
            recorder.assertText("x");
            recorder.assertClosed(4001, "why");
        }
    }

    @Test
    void withoutAHostItWaitsForTheThreadThatRunsIt() throws Exception {
        EventRecorder recorder = new EventRecorder();
        try (MemoryTransport memory = MemoryTransport.recording();
                ScriptHost real = ScriptHost.builder()
                        .observer(recorder)
                        .transport(memory)
                        .build()) {
            memory.enqueue(Behaviour.accept().send("x").close(4001, "why"));
            start(real, "function init(self) { websocket.connect('ws://game/', null, function () {}); }");
            var other = Executors.newSingleThreadExecutor();
            try {
                var run = other.submit(() -> real.run());
                recorder.assertConnected();
                recorder.assertText("x");
                recorder.assertClosed(4001, "why");
                real.stop();
                run.get();
            } finally {
                other.shutdownNow();
            }
        }
    }
}
