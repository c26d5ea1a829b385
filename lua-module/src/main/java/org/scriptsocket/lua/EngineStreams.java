package org.scriptsocket.lua;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.util.function.Supplier;
import javax.script.ScriptContext;

/** The standard streams of an engine: those of the context of the evaluation under way. */
final class EngineStreams {

    private final OutputStream out;
    private final OutputStream error;
    private final InputStream in;

    /** @param context the context of the evaluation under way */
    EngineStreams(Supplier<ScriptContext> context) {
        Writer standardOut = context.get().getWriter();
        Writer standardError = context.get().getErrorWriter();
        this.out = new WriterStream(() -> context.get().getWriter(), standardOut, () -> System.out);
        this.error = new WriterStream(() -> context.get().getErrorWriter(), standardError, () -> System.err);
        this.in = new ReaderStream(() -> context.get().getReader());
    }

    OutputStream out() {
        return out;
    }

    OutputStream error() {
        return error;
    }

    InputStream in() {
        return in;
    }
}
