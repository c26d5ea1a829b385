package org.scriptsocket.lua.vm;

/**
 * Bounds how long a script may run, and what memory it may take. Each method throws what is to end the script, an {@link Error} that scripts
 * can not catch, or a {@link LuaError} that they can. Called on the thread that runs the script.
 */
public interface Budget {

    /** A function is called, or code is repeated. */
    void step();

    /** A function of the library goes on with work that scripts can make long: about so many characters read or written, or values compared. */
    default void work(long amount) {}

    /** A string, a table or another object is about to take about so many bytes. */
    default void memory(long bytes) {}

    /** A string of so many bytes is about to be made. */
    default void string(long bytes) {}
}
