package org.scriptsocket.engines;

import java.util.Map;
import org.scriptsocket.kit.dialect.Kotlin;

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

    @Override
    SocketCases overSockets() {
        return SocketCases.MESSAGES;
    }
}
