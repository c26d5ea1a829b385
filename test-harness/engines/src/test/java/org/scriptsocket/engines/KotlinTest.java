package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.Kotlin;
import org.scriptsocket.transport.Transport;

final class KotlinTest extends OneScriptTest {

    KotlinTest() {
        super(
                "kotlin",
                "kotlin.script.experimental.jsr223.KotlinJsr223DefaultScriptEngineFactory",
                new Kotlin(),
                Map.of(
                        "5.8 an unknown name is reported with file and line",
                        "the compiler tells it when the script is loaded"));
    }

    @Override
    protected boolean isSlow() {
        return !isAllAskedFor();
    }

    /** A second for each case: over sockets only what carries messages. */
    @Override
    protected boolean isPlayed(String id, boolean saysMost, Transport transport) {
        return isAllAskedFor() || saysMost && id.matches("(5\\.3|6\\.2) .*");
    }
}
