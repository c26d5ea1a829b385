package org.scriptsocket.bench.jmh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.script.ScriptException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Utf8Check;

/** A message on its way into a Lua script and out of it, without any network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class MessageBenchmark {

    private final byte[] text = "äöü and some more, ".repeat(48).getBytes(StandardCharsets.UTF_8);
    private Stage stage;

    /** Before all. */
    @Setup
    public void open() throws ScriptException {
        stage = new Stage(1);
    }

    /** After all. */
    @TearDown
    public void close() {
        stage.host.abort();
    }

    /** From the queue to a Lua callback, 1 KB. */
    @Benchmark
    public void deliver() {
        stage.network.first().onMessage(new Message(Message.Type.TEXT, ByteBuffer.wrap(text)));
        stage.host.update(0);
    }

    /** {@code websocket.send} of 128 bytes, called from Java, flush included. */
    @Benchmark
    public long send() throws ScriptException {
        stage.instance.call("send");
        return stage.network.sent();
    }

    /** The check of 1 KB of text, and the string that a script sees. */
    @Benchmark
    public LuaString text() {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        Utf8Check check = new Utf8Check();
        if (!check.accept(bytes) || !check.complete()) {
            throw new IllegalStateException("the text is valid");
        }
        return LuaString.valueUsing(text);
    }
}
