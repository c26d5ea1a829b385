package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Transport;

/**
 * What every {@link Transport} must do, as JUnit 5 tests: what its SPI says, and what scripts are promised. To try a transport,
 * extend this class:
 *
 * <pre>{@code
 * class MyTransportTest extends TransportContract {
 *     @Override
 *     protected ContractSubject subject() {
 *         return new ContractSubject(new MyTransport(), MisbehavingServer.start());
 *     }
 * }
 * }</pre>
 *
 * <p>Where a test needs a {@link Capability} that the transport does not declare, it tests in its place that asking for it gives the clear
 * error, or what is then left of the rule.
 *
 * <p>Each test has a subject of its own. After it, no socket and no thread may be left, and the listener must never have been called
 * twice at once, from inside a call into the transport, or after the end.
 */
public abstract class TransportContract
        implements OpeningContract,
                RefusalContract,
                MessageContract,
                DemandContract,
                ClosingContract,
                KeepAliveContract,
                LossContract,
                ViolationContract,
                ObserverContract {

    @SuppressWarnings("NullAway.Init") // JUnit calls beginSubject first
    private ContractBench bench;

    /** A new transport and new peers; the contract closes both. */
    protected abstract ContractSubject subject();

    @BeforeEach
    final void beginSubject(TestInfo test) {
        bench = new ContractBench(subject(), test.getDisplayName());
    }

    @AfterEach
    final void finishSubject() {
        bench.finish();
    }

    @Override
    public final ContractBench bench() {
        return bench;
    }

    @Test
    void hasANameInLowerCase() {
        assertThat(bench.transport().name()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void saysTheSameEachTimeOfWhatItCanDo() {
        assertThat(bench.transport().capabilities()).isEqualTo(bench.transport().capabilities());
    }

    @Test
    void opensNothingOnceItIsClosed() {
        bench.transport().close();
        bench.transport().close();
        assertThatThrownBy(() -> bench.open(bench.request("/"), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void endsEveryConnectionWhenItIsClosed() {
        Client open = bench.opened("/open", Behaviour.echo());
        Client dialling = bench.dialling();
        bench.transport().close();
        open.awaitGone();
        dialling.awaitGone();
    }
}
