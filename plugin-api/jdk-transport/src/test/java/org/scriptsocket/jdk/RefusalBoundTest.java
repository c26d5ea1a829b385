package org.scriptsocket.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;

/** How much of a refusal is read. */
final class RefusalBoundTest {

    private static final int BOUND = 1000;

    private final MisbehavingServer server = MisbehavingServer.start();
    private final JdkTransport transport = new JdkTransport();
    private final ListenerRecorder told = new ListenerRecorder();

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    @Test
    void a_body_that_announces_more_than_a_message_may_have_is_not_read() {
        Gate never = new Gate();
        server.otherwise(Behaviour.reject(403)
                .body("begin")
                .missing(BOUND - 4)
                .await(never)
                .fin());
        open();
        assertThat(told.takeFailure())
                .isEqualTo(new Failure.NotOpened("127.0.0.1:" + server.port() + " answered with a body of "
                        + (BOUND + 1) + " bytes, over the limit of " + BOUND + " bytes (message-in)"));
        never.open();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, BOUND})
    void one_that_announces_less_is_cut_when_it_is_told(int length) {
        server.otherwise(Behaviour.reject(403).body("x".repeat(length)));
        open();
        Failure.WrongStatus refused = told.takeFailure(Failure.WrongStatus.class);
        assertThat(refused.response().status()).isEqualTo(403);
        assertThat(refused.response().body()).asString().isEqualTo("x".repeat(10));
    }

    private void open() {
        Limits limits = Limits.standard().with(Limit.MESSAGE_IN, BOUND).with(Limit.RESPONSE_BODY, 10);
        transport.open(
                ConnectRequest.to("127.0.0.1", server.port())
                        .timeoutMillis(60_000)
                        .limits(limits)
                        .build(),
                told);
    }
}
