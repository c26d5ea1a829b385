package org.scriptsocket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaj.vm2.script.LuaScriptEngineFactory;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.server.MisbehavingServer;
import org.scriptsocket.transport.Transport;

/** What is not kept in LuaJ's own engine: the list in docs/engines.md, each with a script that shows what happens. */
final class LuajGapsTest {

    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final List<String> seen = new ArrayList<>();

    private enum Gap {
        COLON(
                "Positions in errors lack the second colon: `chat.lua:12 text`.",
                "saw(pcall(function() websocket.send(1) end))",
                "false, chat.lua:1 The first argument must be a valid connection!"),
        NAMES(
                "LuaJ's errors do not name the variable that is nil.",
                "saw(pcall(function() unknown() end))",
                "false, chat.lua:1 attempt to call nil"),
        TYPES(
                "`bad argument` calls nil `null`, and a table `object`.",
                "saw(select(2, pcall(websocket.connect))) saw(select(2, pcall(websocket.send, nil, {})))"
                        + " saw(select(2, pcall(websocket.connect, URL, { timeout = {} }, function() end)))",
                "bad argument #1 to 'connect' (string expected, got null),"
                        + " The first argument must be a valid connection!,"
                        + " bad argument #2 to 'connect' (timeout: number expected, got object)"),
        FLOATS(
                "Numbers become strings through floats.",
                "saw(tostring(1 / 3), 3.14159265 .. '')",
                "0.33333334, 3.1415927"),
        HEADERS("A look-up of a header minds the case, which is as the server sent it.", """
                websocket.connect(URL, { timeout = 60000 }, function(self, conn, data)
                  local headers = (data.handshake_response or {}).headers
                  if headers then saw(headers.upgrade, headers.Upgrade) websocket.disconnect(conn) end
                end)
                """, "null, websocket"),
        CONCAT(
                "`..` takes no connection; `tostring` does.",
                "saw(pcall(function() return 'a ' .. websocket.connect('x', nil, function() end) end))",
                "false, chat.lua:1 attempt to concatenate string and userdata"),
        OPAQUE(
                "A connection shows its Java methods.",
                "saw(tostring(websocket.connect('x', nil, function() end):toString()))",
                "websocket: 1 (?)"),
        METAMETHODS(
                "The fields of `params` are read without metamethods.",
                "saw(pcall(websocket.connect, 'x', setmetatable({}, { __index = { timeout = {} } }), function() end))",
                "true, websocket: 1 (?)"),
        COROUTINES(
                "`websocket` can not be used inside a coroutine, which LuaJ runs on another thread: the error names both threads.",
                "coroutine.wrap(function() saw(pcall(websocket.connect, URL, nil, function() end)) end)()",
                "false, The script host is in use by thread 'A' and was called by thread 'B';"
                        + " a host is used by one thread at a time"),
        LATER(
                "A variable that the host puts into the engine is seen by scripts that are loaded after that.",
                "saw(LATER) function init() saw(LATER) end",
                "null, null");

        final String sentence;
        final String script;
        final String seen;

        Gap(String sentence, String script, String seen) {
            this.sentence = sentence;
            this.script = script;
            this.seen = seen;
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_gap_is_there(Gap gap) throws Exception {
        try (MisbehavingServer server = MisbehavingServer.start();
                Transport transport = new JettyTransport();
                ScriptHost host = ScriptHost.builder()
                        .transport(transport)
                        .onScriptError(error -> seen.add("error: " + error.message()))
                        .build()) {
            start(host, gap.script, server.url());
            long end = System.nanoTime() + LIMIT_NANOS;
            host.run(0, () -> !seen.isEmpty() || System.nanoTime() - end > 0);
        }
        assertThat(String.join(", ", seen)
                        .replaceFirst("in use by thread '[^']+'", "in use by thread 'A'")
                        .replaceFirst("called by thread '[^']+'", "called by thread 'B'"))
                .isEqualTo(gap.seen);
    }

    private void start(ScriptHost host, String source, String url) throws Exception {
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        host.define(engine, "saw", values -> {
            Stream.of(values).map(String::valueOf).forEach(seen::add);
            return null;
        });
        engine.put("URL", url);
        Script script = host.load(engine, source, "chat.lua");
        engine.put("LATER", "later");
        script.start();
    }

    @Test
    void the_page_lists_each_gap_and_no_other() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "engines.md"));
        String list = page.split("## LuaJ's own engine\n", -1)[1].split("\n## ", -1)[0];
        assertThat(list.lines().filter(line -> line.startsWith("- ")))
                .containsExactlyElementsOf(
                        Stream.of(Gap.values()).map(gap -> "- " + gap.sentence).toList());
    }
}
