package org.scriptsocket.kit.memory;

import org.scriptsocket.kit.contract.ContractSubject;
import org.scriptsocket.kit.contract.TransportContract;

class MemoryTransportContractTest extends TransportContract {

    @Override
    protected ContractSubject subject() {
        MemoryTransport transport = MemoryTransport.recording();
        return new ContractSubject(transport, transport);
    }
}
