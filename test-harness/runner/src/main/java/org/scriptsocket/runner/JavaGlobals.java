package org.scriptsocket.runner;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;

/** For every other engine: Java objects, which it calls in its own way. */
final class JavaGlobals implements ScriptGlobals {

    private final ScriptEngine engine;

    JavaGlobals(ScriptEngine engine) {
        this.engine = engine;
    }

    @Override
    public void define(ScriptHost host, Output output, Ending ending) {
        Log log = values -> {
            output.line(Arrays.stream(values).map(String::valueOf).collect(Collectors.joining("\t")));
            return null;
        };
        for (String name : new String[] {"log", "print", "pprint"}) {
            engine.put(name, log);
        }
        engine.put("os", new Os(host, ending));
    }

    /** Public for the engines, which find its method by reflection; {@code call} is the name that Groovy calls. */
    @FunctionalInterface
    public interface Log {
        @Nullable Object call(@Nullable Object... values);
    }

    /** What scripts know as {@code os}. */
    public static final class Os {

        private final ScriptHost host;
        private final Ending ending;

        Os(ScriptHost host, Ending ending) {
            this.host = host;
            this.ending = ending;
        }

        /** Ends the run with this status. */
        @SuppressWarnings("DoNotCallSuggester") // for scripts to call
        public void exit(int status) {
            throw ending.exit(host, status);
        }
    }
}
