package org.scriptsocket.jdk;

import java.time.Duration;
import org.scriptsocket.kit.contract.ContractSubject;
import org.scriptsocket.kit.contract.TransportContract;
import org.scriptsocket.kit.server.MisbehavingServer;

final class JdkTransportTest extends TransportContract {

    @Override
    protected ContractSubject subject() {
        return new ContractSubject(
                new JdkTransport(JdkSettings.standard(), Duration.ofSeconds(2)), MisbehavingServer.start());
    }
}
