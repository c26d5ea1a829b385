package org.scriptsocket.docs.contract;

import org.scriptsocket.jdk.JdkTransport;
import org.scriptsocket.transport.Transport;

/** The same over the client of the JDK, but for the rules that it can not keep. */
final class ContractRulesOverJdkTest extends ContractRulesTest {

    @Override
    Transport newTransport() {
        return new JdkTransport();
    }
}
