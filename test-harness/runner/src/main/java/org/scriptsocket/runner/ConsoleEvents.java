package org.scriptsocket.runner;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptErrorException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;

/** Brings lines and timers to the script, on its thread and in its instance. */
final class ConsoleEvents {

    /** The global with our functions, which {@code console.lua} replaces by its own that takes what happens. */
    static final String BRIDGE = "scriptsocket_console";

    private static final double NANOS = 1e9;

    private final ScriptHost host;
    private final Output output;
    private final InputLines lines;
    private final ErrorReport errors;
    private boolean reading;
    /** Null until the script has started. */
    private @Nullable ScriptInstance instance;

    ConsoleEvents(ScriptHost host, Output output, InputLines lines, ErrorReport errors) {
        this.host = host;
        this.output = output;
        this.lines = lines;
        this.errors = errors;
    }

    void begin(ScriptInstance started) {
        instance = started;
    }

    /** From now on there are lines. */
    void read() {
        if (!reading) {
            reading = true;
            lines.begin(this::line, this::end);
        }
    }

    void after(double seconds, int timer) {
        CompletableFuture.delayedExecutor((long) (seconds * NANOS), TimeUnit.NANOSECONDS, host::execute)
                .execute(() -> tell("after", timer));
    }

    private void line(byte[] line) {
        output.entered();
        tell("line", line);
    }

    private void end(@Nullable IOException wrong) {
        tell("end", wrong == null ? null : wrong.getMessage());
    }

    private void tell(String what, @Nullable Object value) {
        if (instance == null || instance.isClosed()) {
            return;
        }
        try {
            instance.call(BRIDGE, what, value);
        } catch (ScriptErrorException e) {
            errors.accept(e.error());
        } catch (ScriptException e) {
            throw new IllegalStateException(e);
        }
    }
}
