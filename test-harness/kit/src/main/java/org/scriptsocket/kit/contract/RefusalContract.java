package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scriptsocket.kit.contract.ContractBench.SHORT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;

/** The opening handshake as it should not go. */
interface RefusalContract {

    ContractBench bench();

    @Test
    default void tellsStatusHeadersAndBodyOfARefusal() {
        Behaviour no = Behaviour.reject(403).header("X-Why", "because").body("go away");
        Client client = bench().open("/no", no);
        Failure.WrongStatus failure = client.told().takeFailure(Failure.WrongStatus.class);
        assertThat(failure.message()).isEqualTo("Wrong response status: 403");
        HandshakeResponse response = failure.response();
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.joinedHeaders()).containsEntry("X-Why", "because").containsEntry("Content-Length", "7");
        assertThat(response.body()).asString().isEqualTo("go away");
        client.awaitGone();
        client.told().assertExhausted();
    }

    @Test
    default void tellsARefusalWithoutABody() {
        Client client = bench().open("/no", Behaviour.reject(401).header("WWW-Authenticate", "Basic"));
        HandshakeResponse response =
                client.told().takeFailure(Failure.WrongStatus.class).response();
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body()).isEmpty();
        client.awaitGone();
    }

    @Test
    default void speaksNoTlsOnlyWhereItSaysSo() {
        bench().peers().on("/tls", Behaviour.silence());
        Client client =
                bench().open(bench().to("/tls").tls(true).timeoutMillis(SHORT).build(), 1);
        if (bench().isWithout(Capability.TLS)) {
            bench().assertRefused(client, Capability.TLS);
            return;
        }
        assertThat(client.told().takeFailure().message()).doesNotContain(Capability.TLS.what());
        client.awaitGone();
    }

    @Test
    default void followsNoRedirect() {
        Client client = bench().open(
                        "/moved",
                        Behaviour.reject(302).header("Location", bench().peers().url("/new")));
        assertThat(client.told()
                        .takeFailure(Failure.WrongStatus.class)
                        .response()
                        .status())
                .isEqualTo(302);
        client.awaitGone();
        bench().peer().takeEnd();
        bench().peers().assertExhausted();
    }

    @Test
    default void cutsABodyAtItsLimit() {
        bench().peers().on("/long", Behaviour.reject(500).body("0123456789"));
        Limits limits = Limits.standard().with(Limit.RESPONSE_BODY, 4);
        Client client = bench().open(bench().request("/long", ContractBench.GENEROUS, limits), 1);
        assertThat(client.told()
                        .takeFailure(Failure.WrongStatus.class)
                        .response()
                        .body())
                .asString()
                .isEqualTo("0123");
    }

    @Test
    default void takesABodyThatEndsTooSoonAsAShorterOne() {
        Client client = bench().open(
                        "/cut", Behaviour.reject(500).body("part").missing(10).fin());
        if (bench().isWithout(Capability.REFUSAL_BODIES)) {
            client.told().takeFailure(Failure.NotOpened.class);
            return;
        }
        assertThat(client.told()
                        .takeFailure(Failure.WrongStatus.class)
                        .response()
                        .body())
                .asString()
                .isEqualTo("part");
    }

    @Test
    default void tellsAtTheDeadlineWhatHasComeOfABody() {
        Gate gate = new Gate();
        bench().peers()
                .on(
                        "/stuck",
                        Behaviour.reject(500)
                                .body("part")
                                .missing(10)
                                .await(gate)
                                .fin());
        Client client = bench().open(bench().request("/stuck", SHORT, Limits.standard()), 1);
        if (bench().isWithout(Capability.REFUSAL_BODIES)) {
            client.told().takeFailure(Failure.TimedOut.class);
            gate.open();
            return;
        }
        assertThat(client.told()
                        .takeFailure(Failure.WrongStatus.class)
                        .response()
                        .body())
                .asString()
                .isEqualTo("part");
        gate.open();
        client.awaitGone();
    }

    @Test
    default void timesOutWhenNoAnswerComes() {
        bench().peers().on("/hang", Behaviour.silence());
        Client client = bench().open(bench().request("/hang", SHORT, Limits.standard()), 1);
        assertThat(client.told().takeFailure(Failure.TimedOut.class).message()).isEqualTo("Connect sequence timed out");
        client.awaitGone();
        bench().peer().takeEnd();
        client.told().assertExhausted();
    }

    @Test
    default void failsAtOnceWhenThePeerEndsBeforeItsAnswer() {
        for (Behaviour end :
                List.of(Behaviour.silence().fin(), Behaviour.silence().reset())) {
            Client client = bench().open("/end", end);
            assertThat(client.told().takeFailure(Failure.NotOpened.class).message())
                    .startsWith("Failed to open connection: ")
                    .doesNotContain("Exception");
            client.awaitGone();
            client.told().assertExhausted();
        }
    }

    @Test
    default void refusesA101ThatBreaksARule() {
        assertThat(problem(Behaviour.accept().header("Upgrade", ""))).startsWith("Upgrade");
        assertThat(problem(Behaviour.accept().header("Upgrade", "h2c"))).startsWith("Upgrade");
        assertThat(problem(Behaviour.accept().header("Connection", ""))).startsWith("Connection");
        assertThat(problem(Behaviour.accept().header("Connection", "close"))).startsWith("Connection");
        assertThat(problem(Behaviour.accept().header("Sec-WebSocket-Accept", "")))
                .startsWith("Sec-WebSocket-Accept");
        assertThat(problem(Behaviour.accept().header("Sec-WebSocket-Accept", "dGhpcyBpcyB3cm9uZw==")))
                .startsWith("Sec-WebSocket-Accept");
        assertThat(problem(Behaviour.accept().protocol("chat"))).startsWith("Sec-WebSocket-Protocol");
        assertThat(problem(Behaviour.accept().header("Sec-WebSocket-Extensions", "permessage-deflate")))
                .startsWith("Sec-WebSocket-Extensions");
    }

    private String problem(Behaviour behaviour) {
        Client client = bench().open("/bad", behaviour);
        Failure.BadHandshake failure = client.told().takeFailure(Failure.BadHandshake.class);
        assertThat(failure.message()).isEqualTo("Failed verifying handshake headers: " + failure.which());
        assertThat(failure.response().status()).isEqualTo(101);
        client.awaitGone();
        client.told().assertExhausted();
        return failure.which();
    }
}
