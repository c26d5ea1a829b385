package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.dialect.JavaScript;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;

/** What is binary in JavaScript, long and short, since the octets cross in bulk. */
abstract class JavaScriptTest extends EngineTest {

    private static final String SCRIPT = """
            var bytes = new Uint8Array(1003);
            for (var i = 0; i < bytes.length; i++) { bytes[i] = i * 7; }
            var kept = null;
            websocket.connect('ws://peer/', null, function (self, conn, data) {
              if (data.event === websocket.EVENT_CONNECTED) {
                websocket.send(conn, bytes);
                websocket.send(conn, bytes.buffer);
                websocket.send(conn, bytes.subarray(1, 1000));
                websocket.send(conn, bytes.subarray(3, 9));
                websocket.send(conn, new Uint16Array(bytes.buffer, 2, 400));
                websocket.send(conn, new DataView(bytes.buffer, 5, 700));
                websocket.send(conn, new Uint8Array(0));
                bytes[0] = 99;
              } else if (data.event === websocket.EVENT_MESSAGE) {
                var view = data.message;
                saw(view instanceof Uint8Array, view.buffer instanceof ArrayBuffer, view.length, view.byteOffset);
                saw(view[0], view[998], view.subarray(1)[0], new Uint8Array(view.buffer.slice(998, 999))[0]);
                if (kept === null) { kept = view; } else { saw(kept[0], kept.length); }
                view[0] = 1;
                saw(view[0], new DataView(view.buffer).getUint8(0));
              }
            });
            """;

    JavaScriptTest(String name, String factory) {
        super(name, factory, new JavaScript(), Map.of());
    }

    @Test
    void binary_is_octets_whatever_holds_it_and_a_message_is_the_scripts_own() throws Exception {
        byte[] bytes = new byte[1003];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 7));
        byte[] came = Arrays.copyOf(bytes, 999);
        came[0] = -1;
        ManualClock clock = new ManualClock();
        StringBuilder seen = new StringBuilder();
        try (MemoryTransport transport = new MemoryTransport(clock)) {
            transport.otherwise(Behaviour.accept().send(Frame.binary(came)).send(Frame.binary(came)));
            ScriptHost host =
                    ScriptHost.builder().transport(transport).clock(clock).build();
            ScriptEngine engine = engine();
            host.define(engine, "saw", values -> {
                Arrays.stream(values)
                        .forEach(value -> seen.append(
                                        value instanceof Number number ? (Object) number.intValue() : value)
                                .append(' '));
                return null;
            });
            host.load(engine, SCRIPT, "binary.js").start();
            for (int i = 0; i < 9; i++) {
                clock.runDue();
                host.update(0);
            }
            assertThat(seen.toString()).isEqualTo(message(came) + message(came).replace("1 1 ", "1 999 1 1 "));
            RecordedConnection peer = transport.takeConnection();
            peer.takeRequest();
            for (byte[] part : new byte[][] {
                bytes, bytes, part(bytes, 1, 1000), part(bytes, 3, 9), part(bytes, 2, 802), part(bytes, 5, 705), {}
            }) {
                assertThat(peer.takeFrame().payload()).isEqualTo(part);
            }
            host.abort();
        }
    }

    private static String message(byte... octets) {
        return "true true 999 0 255 %1$d %2$d %1$d 1 1 ".formatted(octets[998] & 255, octets[1] & 255);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
