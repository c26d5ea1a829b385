package org.scriptsocket.runner;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A command line in a folder of its own for each test. */
abstract class CommandTest {

    @TempDir
    Path folder;

    /** Made before each test. */
    Cli cli;

    @BeforeEach
    void openCli() {
        cli = new Cli(folder);
    }
}
