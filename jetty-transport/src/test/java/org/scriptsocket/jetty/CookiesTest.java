package org.scriptsocket.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.transport.Failure;

/** No cookie of a server is kept, and those that a script gives are sent as they are. */
final class CookiesTest extends TransportTest {

    @ParameterizedTest
    @ValueSource(ints = {101, 200, 302, 401})
    void whatAServerSetsIsNotSentBack(int status) throws Exception {
        server.on("/", setting(status == 101 ? Behaviour.accept().close(1000, "") : Behaviour.reject(status)));
        connect(request());
        if (status == 101) {
            assertThat(recorder.takeOpen().joinedHeaders()).containsEntry("Set-Cookie", "sid=1; Path=/, plain=2");
            recorder.takeClosed();
        } else {
            assertThat(recorder.takeFailure(Failure.WrongStatus.class)
                            .response()
                            .joinedHeaders())
                    .containsEntry("Set-Cookie", "sid=1; Path=/, plain=2");
        }
        server.takeConnection().takeRequest();
        server.on("/", Behaviour.accept());
        ListenerRecorder next = new ListenerRecorder();
        transport.open(request(), next);
        next.takeOpen();
        assertThat(cookies(server.takeConnection().takeRequest())).isEmpty();
    }

    @Test
    void whatAScriptGivesIsSentExactly() throws Exception {
        server.on("/", setting(Behaviour.accept().close(1000, "")));
        List<HeaderField> given = List.of(
                request().headers().get(0),
                new HeaderField("Cookie", "b=2;a=\"x y\"; sid=mine;; c"),
                new HeaderField("cookie", "z"));
        for (int i = 0; i < 2; i++) {
            ListenerRecorder told = new ListenerRecorder();
            transport.open(Requests.withHeaders(request(), given), told);
            told.takeOpen();
            assertThat(cookies(server.takeConnection().takeRequest())).containsExactly(given.get(1), given.get(2));
        }
    }

    private static Behaviour setting(Behaviour behaviour) {
        return behaviour
                .header("Set-Cookie", "sid=1; Path=/")
                .header("Set-Cookie", "plain=2")
                .header("Location", "/elsewhere");
    }

    private static List<HeaderField> cookies(Seen.Request request) {
        return request.headers().stream()
                .filter(field -> field.name().regionMatches(true, 0, "Cookie", 0, 6))
                .toList();
    }
}
