package org.scriptsocket.kit.contract;

import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.transport.Transport;

/**
 * What a contract is tried on, new for each test.
 *
 * @param transport the transport; its connections get to the peers
 * @param peers where the connections go; may be the same object
 */
public record ContractSubject(Transport transport, Peers peers) {}
