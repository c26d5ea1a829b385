package org.scriptsocket.runner;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param in the standard input
 * @param out the standard output; not buffered
 * @param err the standard error
 * @param attached which of the three are a terminal
 * @param environment gives the value of a variable, or null
 * @param shutdown the wish of the user that it ends
 * @param halt ends the process at once with a status, for a script that can not be ended otherwise
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Supplier<Attached> attached,
        UnaryOperator<@Nullable String> environment,
        Shutdown shutdown,
        IntConsumer halt) {

    Terminal with(Shutdown other) {
        return new Terminal(in, out, err, attached, environment, other, halt);
    }

    /** Whether what a person sees on the standard output may be coloured: {@code NO_COLOR} says no for all programs. */
    boolean colors() {
        return attached.get().out() && !isSet("NO_COLOR") && !"dumb".equals(environment.apply("TERM"));
    }

    private boolean isSet(String variable) {
        String value = environment.apply(variable);
        return value != null && !value.isEmpty();
    }
}
