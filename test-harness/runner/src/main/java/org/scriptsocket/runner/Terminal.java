package org.scriptsocket.runner;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param out the standard output; not buffered
 * @param err the standard error
 * @param environment gives the value of a variable, or null
 * @param shutdown the wish of the user that it ends
 * @param halt ends the process at once with a status, for a script that can not be ended otherwise
 */
record Terminal(
        OutputStream out,
        PrintStream err,
        UnaryOperator<@Nullable String> environment,
        Shutdown shutdown,
        IntConsumer halt) {}
