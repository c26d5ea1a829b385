package org.scriptsocket.lua;

final class DiscoveredEngineSpecificationTest extends EngineSpecification {

    DiscoveredEngineSpecificationTest() {
        super(EngineSource.DISCOVERED);
    }
}
