package org.scriptsocket.kit.engine;

import java.util.List;
import java.util.stream.Stream;

/** The engine contract. The numbers are those of the rules of the API. */
final class EngineCases {

    private EngineCases() {}

    static List<EngineCase> all() {
        return Stream.of(
                        ConnectCases.all(),
                        EventCases.all(),
                        SendCases.all(),
                        DisconnectCases.all(),
                        InstanceCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
