package org.scriptsocket.lua.vm;

/** Bounds how long a script may run. */
public interface Budget {

    /** A function is called, or code is repeated. Throws what is to end the script, if that has taken too many steps. */
    void step();
}
