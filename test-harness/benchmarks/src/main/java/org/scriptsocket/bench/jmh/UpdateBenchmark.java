package org.scriptsocket.bench.jmh;

import java.util.concurrent.TimeUnit;
import javax.script.ScriptException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An update that has nothing to do, with few and with many connections. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class UpdateBenchmark {

    /** Idle ones. */
    @Param({"10", "10000"})
    public int connections;

    private Stage stage;

    /** Before all. */
    @Setup
    public void open() throws ScriptException {
        stage = new Stage(connections);
    }

    /** After all. */
    @TearDown
    public void close() {
        stage.host.abort();
    }

    /** Nothing has come. */
    @Benchmark
    public void empty() {
        stage.host.update(0);
    }
}
