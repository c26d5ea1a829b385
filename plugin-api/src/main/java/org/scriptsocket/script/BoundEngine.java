package org.scriptsocket.script;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/**
 * An engine that has the {@code websocket} module, as its host sees it. Called on the script thread only, inside an entry,
 * but for {@link #carriesScriptCall}.
 */
public interface BoundEngine {

    /** The functions that a script may define for its instances; {@code finalize} is another name of {@code final}. */
    Set<String> LIFECYCLE = Set.of("init", "update", "final", "finalize");

    /** A fresh {@code self}: a value to which the script can give fields of any name. */
    Object newSelf();

    /** The script that is loaded next is a file in this folder, where it may have modules beside it. */
    default void folder(Path folder) {}

    /**
     * Evaluates a script once and takes the {@linkplain #LIFECYCLE life-cycle functions} that it defined out of the globals.
     *
     * @param source the bytes of the script
     * @param file its name in errors
     * @return the functions that it defined, by name
     * @throws ScriptException if it does not parse or throws; with file, line and cause where the engine knows them
     */
    Map<String, ScriptFunction> load(byte[] source, String file) throws ScriptException;

    /**
     * Takes the life-cycle functions that a script has defined.
     *
     * @param take takes one of that name out of the globals, and gives it, or null if there is none
     */
    static Map<String, ScriptFunction> lifecycle(Function<String, @Nullable ScriptFunction> take) {
        Map<String, ScriptFunction> taken = new HashMap<>();
        for (String name : LIFECYCLE) {
            ScriptFunction function = take.apply(name);
            if (function != null) {
                taken.put(name, function);
            }
        }
        return taken;
    }

    /** The global function of that name, or null if there is none. */
    @Nullable ScriptFunction function(String name);

    /**
     * Gives scripts a global function of the host. It is called with any number of values: text as a String, a number as a Number, binary as
     * an array of bytes where the language tells it from text, nil as null; another value as the engine gives it, whose {@code toString} is
     * how the language writes it as far as the engine knows.
     *
     * @throws ScriptException if the engine does not take it
     */
    void define(String name, ScriptFunction function) throws ScriptException;

    /** What a throwable that came out of a script says. Never throws. */
    default Fault fault(Throwable thrown) {
        return Fault.of(thrown.getMessage());
    }

    /** A script call begins: one callback, one life-cycle function, one evaluation. The place for a budget. */
    default void enter(String function) {}

    /** The script call that began last is over, also if it threw. */
    default void leave() {}

    /** Whether its scripts are not trusted, so that they never run on a thread of the transport. Does not change. */
    default boolean isSandbox() {
        return false;
    }

    /**
     * The host is closed or aborted: the engine lets go of what would keep the host alive, such as suspended coroutines. The last call, once,
     * on the thread that was inside last or that closes. The engine itself may go on with another host.
     */
    default void close() {}

    /**
     * Whether the thread carries on the script call of the script thread, as a coroutine's thread may while the script thread waits for
     * it. Called on any thread.
     */
    default boolean carriesScriptCall(Thread thread) {
        return false;
    }
}
