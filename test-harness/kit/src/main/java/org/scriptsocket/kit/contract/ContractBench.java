package org.scriptsocket.kit.contract;

import java.util.List;
import org.scriptsocket.kit.Eventually;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.ThreadLeaks;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.ConnectRequestBuilder;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.Transport;

/** What the tests of a contract share: the subject of one test, and the checks after it. */
public final class ContractBench {

    /** Milliseconds, for what must time out. */
    static final long SHORT = 500;

    /** Milliseconds; never reached by what goes well. */
    static final long GENEROUS = 20_000;

    private final ThreadLeaks threads = ThreadLeaks.watch();
    private final CallGuard guard = new CallGuard();
    private final ContractMatrix matrix;
    private final Transport transport;
    private final Peers peers;

    ContractBench(ContractSubject subject, String test) {
        transport = subject.transport();
        matrix = new ContractMatrix(test, transport.name());
        peers = subject.peers();
    }

    Transport transport() {
        return transport;
    }

    Peers peers() {
        return peers;
    }

    /** Whether the transport says that it can not do this; then the test has another end. */
    boolean isWithout(Capability capability) {
        boolean without = !transport.capabilities().contains(capability);
        if (without) {
            matrix.without(capability);
        }
        return without;
    }

    /** What was asked for gave the clear error, and nothing was dialled. */
    void assertRefused(Client client, Capability capability) {
        String why = "the transport " + transport.name() + " can not " + capability.what();
        Failure.NotOpened failure = client.told().takeFailure(Failure.NotOpened.class);
        if (!failure.why().startsWith(why)) {
            throw new AssertionError("expected '" + why + "...', got '" + failure.why() + "'");
        }
        client.awaitGone();
        client.told().assertExhausted();
        peers.assertExhausted();
    }

    /** A connect that gets no answer; to a transport that can not abort it, one with a short deadline. */
    Client dialling() {
        peers.on("/hang", Behaviour.silence());
        long timeout = isWithout(Capability.ABORTED_DIALS) ? SHORT : GENEROUS;
        return open(request("/hang", timeout, Limits.standard()), Long.MAX_VALUE);
    }

    /** A connect to this target, for which the peers then have this behaviour, with endless demand. */
    Client open(String target, Behaviour behaviour) {
        peers.on(target, behaviour);
        return open(request(target), Long.MAX_VALUE);
    }

    /** The same, waited for until it is open. */
    Client opened(String target, Behaviour behaviour) {
        Client client = open(target, behaviour);
        client.told().takeOpen();
        return client;
    }

    Client open(ConnectRequest request, long demand) {
        ListenerRecorder told = new ListenerRecorder();
        GuardedListener listener = new GuardedListener(guard, told);
        Client client = new Client(guard.watch(guard.call(() -> transport.open(request, listener))), told);
        client.connection().request(demand);
        return client;
    }

    ConnectRequest request(String target) {
        return request(target, GENEROUS, Limits.standard());
    }

    ConnectRequest request(String target, long timeoutMillis, Limits limits) {
        return request(target, timeoutMillis, limits, AddressPolicy.anywhere());
    }

    ConnectRequest request(String target, long timeoutMillis, Limits limits, AddressPolicy policy) {
        return usual(target)
                .timeoutMillis(timeoutMillis)
                .limits(limits)
                .policy(policy)
                .build();
    }

    /** A request whose frames are observed. */
    ConnectRequest observed(String target, FrameObserver observer) {
        return usual(target).observer(observer).build();
    }

    ConnectRequest offering(String target, List<HeaderField> more, List<String> protocols) {
        return usual(target)
                .headers(more)
                .protocols(protocols.toArray(String[]::new))
                .build();
    }

    private ConnectRequestBuilder usual(String target) {
        return to(target).header("Host", "127.0.0.1:" + peers.port());
    }

    ConnectRequestBuilder to(String target) {
        return ConnectRequest.to("127.0.0.1", peers.port()).target(target).timeoutMillis(GENEROUS);
    }

    /** The peer's record of the next connection, its request taken. */
    RecordedConnection peer() {
        RecordedConnection peer = peers.takeConnection();
        peer.takeRequest();
        return peer;
    }

    /** Ends everything, and checks that nothing is left and no rule of calling was broken. */
    void finish() {
        transport.close();
        boolean alone = Eventually.holds(() -> peers.openConnections() == 0);
        peers.close();
        if (!guard.problems().isEmpty()) {
            throw new AssertionError("the listener: " + guard.problems());
        }
        if (!alone) {
            throw new AssertionError("sockets left: " + peers.openConnections());
        }
        threads.assertNone();
        matrix.passed();
    }
}
