package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstTest {
    private Runs runs;

    @BeforeEach
    void begin(@TempDir Path folder) {
        runs = new Runs(folder);
    }

    @Test
    void real() {
        var r = runs.test(
                "local server = harness.server()",
                "local c = websocket.connect(server.url)",
                "assert(await(c, 'connected', 5000).event == 0)",
                "websocket.send(c, 'hello', {type = websocket.DATA_TYPE_TEXT})",
                "assert(await(c, 'message').message == 'hello')",
                "sleep(5)",
                "websocket.disconnect(c)",
                "assert(await(c, websocket.EVENT_DISCONNECTED).code == 1000)");
        assertThat(Runs.failures(r)).isEmpty();
        assertThat(Runs.succeeded(r)).containsExactly("works");
    }

    @Test
    void virtual() {
        var r = runs.test(
                "harness.virtual_time()",
                "local server = harness.server()",
                "local c = websocket.connect(server.url)",
                "assert(await(c, 'connected', 5000).event == 0)",
                "websocket.send(c, 'hello', {type = websocket.DATA_TYPE_TEXT})",
                "assert(await(c, 'message').message == 'hello')",
                "sleep(5)",
                "websocket.disconnect(c)",
                "assert(await(c, websocket.EVENT_DISCONNECTED).code == 1000)");
        assertThat(Runs.failures(r)).isEmpty();
        assertThat(Runs.succeeded(r)).containsExactly("works");
    }
}
