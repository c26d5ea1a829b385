package org.scriptsocket.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scriptsocket.kit.contract.ContractBench.GENEROUS;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;

/** The opening handshake as it should go, and a dial that is aborted. */
interface OpeningContract {

    ContractBench bench();

    @Test
    default void tellsTheResponseOfTheHandshake() {
        HandshakeResponse response = bench().open(
                        "/open", Behaviour.accept().header("X-Odd", "a").header("x-odd", "b"))
                .told()
                .takeOpen();
        assertThat(response.status()).isEqualTo(101);
        assertThat(response.body()).isEmpty();
        assertThat(response.joinedHeaders())
                .containsEntry("Upgrade", "websocket")
                .containsEntry("X-Odd", "a, b");
    }

    @Test
    default void sendsTheGivenHeadersAsTheyAreAndNoneOfItsOwnButThoseOfTheHandshake() {
        if (bench().isWithout(Capability.EXACT_REQUEST)) {
            sendsTheGivenHeadersAmongOthers();
            return;
        }
        List<HeaderField> more =
                List.of(new HeaderField("x-ONE", "1"), new HeaderField("Cookie", "a=b"), new HeaderField("x-ONE", "2"));
        bench().open(bench().offering("/path?a=%20b", more, List.of()), 1)
                .told()
                .takeOpen();
        Seen.Request request = bench().peers().takeConnection().takeRequest();
        assertThat(request.line()).isEqualTo("GET /path?a=%20b HTTP/1.1");
        assertThat(request.headers()).containsSubsequence(more);
        assertThat(request.headers())
                .extracting(field -> field.name().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "host",
                        "upgrade",
                        "connection",
                        "sec-websocket-version",
                        "sec-websocket-key",
                        "x-one",
                        "cookie",
                        "x-one");
        assertThat(request.header("Host"))
                .isEqualTo("127.0.0.1:" + bench().peers().port());
        bench().peers().assertExhausted();
    }

    private void sendsTheGivenHeadersAmongOthers() {
        List<HeaderField> more = List.of(new HeaderField("X-One", "1"), new HeaderField("Cookie", "a=b"));
        bench().open(bench().offering("/path?a=%20b", more, List.of()), 1)
                .told()
                .takeOpen();
        Seen.Request request = bench().peers().takeConnection().takeRequest();
        assertThat(request.line()).isEqualTo("GET /path?a=%20b HTTP/1.1");
        assertThat(request.header("X-One")).isEqualTo("1");
        assertThat(request.header("Cookie")).isEqualTo("a=b");
        assertThat(request.header("Host"))
                .isEqualTo("127.0.0.1:" + bench().peers().port());
    }

    @Test
    default void sendsTheHostHeaderThatWasGiven() {
        ConnectRequest other = bench().to("/").header("Host", "other.example").build();
        Client client = bench().open(other, 1);
        if (bench().isWithout(Capability.HOST_HEADER)) {
            bench().assertRefused(client, Capability.HOST_HEADER);
            return;
        }
        client.told().takeOpen();
        assertThat(bench().peers().takeConnection().takeRequest().header("Host"))
                .isEqualTo("other.example");
    }

    @Test
    default void takesAProtocolThatWasOffered() {
        bench().peers().on("/chat", Behaviour.accept().protocol("b"));
        List<HeaderField> offer = List.of(new HeaderField("Sec-WebSocket-Protocol", "a, b"));
        Client client = bench().open(bench().offering("/chat", offer, List.of("a", "b")), 1);
        assertThat(client.told().takeOpen().joinedHeaders()).containsEntry("Sec-WebSocket-Protocol", "b");
        assertThat(bench().peers().takeConnection().takeRequest().header("Sec-WebSocket-Protocol"))
                .isEqualTo("a, b");
    }

    @Test
    default void takesAServerThatChoosesNoneOfTheProtocols() {
        List<HeaderField> offer = List.of(new HeaderField("Sec-WebSocket-Protocol", "a"));
        Client client = bench().open(bench().offering("/none", offer, List.of("a")), 1);
        assertThat(client.told().takeOpen().status()).isEqualTo(101);
    }

    @Test
    default void takesAConnectionHeaderThatIsAListAndAnUpgradeInAnyCase() {
        Behaviour odd =
                Behaviour.accept().header("Connection", "keep-alive, upgrade").header("upgrade", "WebSocket");
        Client client = bench().open("/list", odd);
        if (bench().isWithout(Capability.ANSWER_RULES)) {
            assertThat(client.told().takeFailure(Failure.BadHandshake.class).which())
                    .startsWith("Connection");
            return;
        }
        assertThat(client.told().takeOpen().status()).isEqualTo(101);
    }

    @Test
    default void asksThePolicyForTheAddressThatItDials() {
        BlockingQueue<InetSocketAddress> asked = new LinkedBlockingQueue<>();
        Client client = bench().open(
                        bench().request("/", GENEROUS, Limits.standard(), (host, address) -> {
                            asked.add(address);
                            return Optional.empty();
                        }),
                        1);
        if (bench().isWithout(Capability.CHECKED_ADDRESSES)) {
            bench().assertRefused(client, Capability.CHECKED_ADDRESSES);
            return;
        }
        client.told().takeOpen();
        assertThat(asked).isNotEmpty().allSatisfy(address -> {
            assertThat(address.getAddress().isLoopbackAddress()).isTrue();
            assertThat(address.getPort()).isEqualTo(bench().peers().port());
        });
    }

    @Test
    default void dialsNothingThatThePolicyRefuses() {
        Client client = bench().open(
                        bench().request("/", GENEROUS, Limits.standard(), (host, address) -> Optional.of("not there")),
                        1);
        if (bench().isWithout(Capability.CHECKED_ADDRESSES)) {
            bench().assertRefused(client, Capability.CHECKED_ADDRESSES);
            return;
        }
        assertThat(client.told().takeFailure(Failure.NotOpened.class).message())
                .startsWith("Failed to open connection: ")
                .contains("not there");
        client.awaitGone();
        bench().peers().assertExhausted();
    }

    @Test
    default void givesUpADialThatIsAborted() {
        Client client = bench().dialling();
        RecordedConnection peer = bench().peer();
        assertThat(client.connection().gone().toCompletableFuture()).isNotDone();
        client.connection().abort();
        client.awaitGone();
        peer.takeEnd();
    }

    @Test
    default void givesUpADialAtOnceThatWasJustBegun() {
        Client client = bench().open("/", Behaviour.echo());
        client.connection().abort();
        client.awaitGone();
    }

    @Test
    default void takesCloseBeforeItIsOpenAsAbort() {
        Client client = bench().dialling();
        RecordedConnection peer = bench().peer();
        client.connection().close(new CloseStatus(1000));
        client.awaitGone();
        peer.takeEnd();
        peer.assertExhausted();
    }

    @Test
    default void dropsWhatIsSentBeforeItIsOpen() {
        Gate gate = new Gate();
        Client client = bench().open("/late", Behaviour.echo().answerAfter(gate));
        client.send("too early");
        gate.open();
        client.told().takeOpen();
        client.send("in time");
        assertThat(client.told().takeText()).isEqualTo("in time");
        assertThat(bench().peer().takeFrame().string()).isEqualTo("in time");
    }

    @Test
    default void opensFiftyAtOnce() {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            clients.add(bench().open("/" + i, Behaviour.accept().receive(1).send("to " + i)));
        }
        for (Client client : clients) {
            client.told().takeOpen();
            client.send("x");
        }
        for (int i = 0; i < 50; i++) {
            assertThat(clients.get(i).told().takeText()).isEqualTo("to " + i);
        }
    }
}
