package org.scriptsocket.jetty;

import org.scriptsocket.kit.contract.ContractSubject;
import org.scriptsocket.kit.contract.TransportContract;
import org.scriptsocket.kit.server.MisbehavingServer;

final class JettyTransportTest extends TransportContract {

    @Override
    protected ContractSubject subject() {
        return new ContractSubject(new JettyTransport(), MisbehavingServer.start());
    }
}
