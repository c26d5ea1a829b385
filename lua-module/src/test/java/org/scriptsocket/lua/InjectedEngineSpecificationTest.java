package org.scriptsocket.lua;

final class InjectedEngineSpecificationTest extends EngineSpecification {

    InjectedEngineSpecificationTest() {
        super(EngineSource.INJECTED);
    }
}
