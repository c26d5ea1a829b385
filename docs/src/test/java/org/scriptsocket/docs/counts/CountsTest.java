package org.scriptsocket.docs.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.FrameObserver.Direction;

class CountsTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Some 2,900 are made, and some 4,900 where the buffers of reads and writes are not kept. */
    private static final long MOST_A_MESSAGE = 4_500;

    private final ManualClock clock = new ManualClock();
    private final MemoryTransport memory = new MemoryTransport(clock);
    private final CountedTransport counted = new CountedTransport(memory);
    private final ScriptHost host =
            ScriptHost.builder().transport(counted).clock(clock).build();

    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");

    @AfterEach
    void close() {
        host.abort();
        counted.close();
    }

    @Test
    void anUpdateWithNothingToDoMakesNoObjectHoweverManyConnectionsThereAre() throws ScriptException {
        load("""
                function init(self)
                  for i = 1, 100 do websocket.connect("ws://a/", {}, function() end) end
                end""");
        settle();
        assertThat(host.connections()).hasSize(100);

        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            host.update(0.01);
        }

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    @Test
    void whatAnUpdateSendsIsFlushedOnceForEachConnection() throws ScriptException {
        load("""
                local conns = {}
                function init(self)
                  for i = 1, 3 do conns[i] = websocket.connect("ws://a/", {}, function() end) end
                end
                function update(self)
                  if not go then return end
                  for i = 1, 3 do for j = 1, 100 do websocket.send(conns[i], "x") end end
                  go = false
                end""");
        settle();
        int before = counted.flushes();
        engine.put("go", true);
        host.update(0.01);

        assertThat(counted.sent()).hasSize(300);
        assertThat(counted.flushes() - before).isEqualTo(3);
    }

    @Test
    void whatIsLongIsFlushedBefore() throws ScriptException {
        load("""
                function init(self)
                  conn = websocket.connect("ws://a/", {}, function() end)
                end
                function update(self)
                  if not go then return end
                  for i = 1, 3 do websocket.send(conn, string.rep("x", 40 * 1024)) end
                  go = false
                end""");
        settle();
        int before = counted.flushes();
        engine.put("go", true);
        host.update(0.01);

        assertThat(counted.flushes() - before).isEqualTo(2);
    }

    @Test
    void theBytesOfAMessageThatIsSentBackAreThoseThatCame() throws ScriptException {
        memory.otherwise(Behaviour.accept().send("hello").ignore());
        load("""
                function init(self)
                  websocket.connect("ws://a/", {}, function(self, conn, data)
                    if data.event == websocket.EVENT_MESSAGE then websocket.send(conn, data.message) end
                  end)
                end""");
        settle();

        assertThat(counted.sent()).hasSize(1);
        assertThat(counted.sent().get(0).payload().array())
                .isSameAs(counted.received().get(0).payload().array());
    }

    @Test
    void whatComesWhileTheHostIsBusyWakesItOnce() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                JettyTransport jetty = new JettyTransport()) {
            Behaviour hundred = Behaviour.accept();
            for (int i = 0; i < 100; i++) {
                hundred = hundred.send("x");
            }
            server.otherwise(hundred.ignore());
            AtomicInteger frames = new AtomicInteger();
            ScriptHost busy = ScriptHost.builder()
                    .transport(jetty)
                    .frameObserver(name -> (direction, opcode, fin, length, payload) -> {
                        if (direction == Direction.IN) {
                            frames.incrementAndGet();
                        }
                    })
                    .build();
            ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
            lua.put("URL", server.url());
            busy.load(lua, """
                    count = 0
                    websocket.connect(URL, { timeout = 60000 }, function(self, conn, data)
                      if data.event == websocket.EVENT_MESSAGE then count = count + 1 end
                    end)""", "busy.lua");
            assertThat(Eventually.holds(() -> frames.get() == 100)).isTrue();

            AtomicInteger updates = new AtomicInteger();
            CountDownLatch over = new CountDownLatch(1);
            Thread runner = new Thread(() -> {
                busy.run(0, () -> updates.incrementAndGet() > 0 && isWhole(lua));
                over.countDown();
            });
            runner.start();
            over.await();

            assertThat(updates).hasValueLessThanOrEqualTo(2);
            busy.close();
        }
    }

    @Test
    void aMessageThereAndBackMakesFewObjectsOnTheThreadsOfTheTransportAndOfTheHost() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                JettyTransport jetty = new JettyTransport()) {
            server.otherwise(Behaviour.echo());
            ScriptHost talking = ScriptHost.builder().transport(jetty).build();
            ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
            lua.put("URL", server.url());
            talking.load(lua, """
                    count = 0
                    websocket.connect(URL, { timeout = 60000 }, function(self, conn, data)
                      if data.event == websocket.EVENT_MESSAGE then count = count + 1 end
                      websocket.send(conn, "a message of thirty-two bytes....")
                    end)""", "talking.lua");
            talk(talking, lua, 2_000);

            long before = allocated();
            talk(talking, lua, 6_000);

            assertThat((allocated() - before) / 4_000).as("bytes a message").isBetween(100L, MOST_A_MESSAGE);
            talking.abort();
        }
    }

    private static void talk(ScriptHost host, ScriptEngine lua, int until) {
        host.run(0, () -> ((Number) lua.get("count")).intValue() >= until);
    }

    /** By this thread and those of the transport. */
    private static long allocated() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread == Thread.currentThread() || thread.getName().startsWith("scriptsocket-jetty"))
                .mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.getId()))
                .sum();
    }

    @Test
    void hundredsOfHostsWithConnectionsShareAHandfulOfThreads() throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                JettyTransport jetty = new JettyTransport()) {
            List<ScriptHost> hosts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ScriptHost one = ScriptHost.builder().transport(jetty).build();
                ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
                lua.put("URL", server.url());
                one.load(lua, "websocket.connect(URL, { timeout = 60000 }, function() end)", "one.lua");
                hosts.add(one);
            }
            assertThat(Eventually.holds(() -> server.openConnections() == 200)).isTrue();

            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("scriptsocket")))
                    .hasSizeLessThanOrEqualTo(6);
            hosts.forEach(ScriptHost::abort);
        }
    }

    private void load(String script) throws ScriptException {
        host.load(engine, script, "counted.lua").start();
    }

    /** Until nothing happens any more. */
    private void settle() {
        for (int i = 0; i < 10; i++) {
            clock.advance(0);
            host.update(0.01);
        }
    }

    private static boolean isWhole(ScriptEngine lua) {
        return lua.get("count") instanceof Number count && count.intValue() == 100;
    }
}
