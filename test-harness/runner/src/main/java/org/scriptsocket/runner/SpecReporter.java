package org.scriptsocket.runner;

/** Tells a person or a program what became of specs. Called on any thread, one call at a time. */
interface SpecReporter {

    /** For each test; of those of a file one after the other. */
    void result(SpecResult result);

    /** After the last result of a file. */
    default void endFile(String file) {}

    /** Last. */
    void end(SpecTally tally);
}
