package org.scriptsocket.docs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.jetty.JettyTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Gate;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.peer.Seen;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.CloseStatus;
import org.scriptsocket.transport.Transport;

/** Each rule of the contract, over a real socket. A test names its rule: {@code r7_2} is rule 7.2. */
@SuppressWarnings("StringConcatToTextBlock") // line ends of HTTP are easier to see so
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NeedsCondition.class)
class ContractRulesTest {

    /** That of the class whose tests run now. */
    private static Transport transport;

    private static final String CLOSED_1000 = "DISCONNECTED '' 1000 ''";
    private static final String LOST = "DISCONNECTED '' 1006 ''";

    /** The first connect of a JVM may take longer than the default timeout on a busy machine. */
    @BeforeAll
    final void warmUp() throws Exception {
        transport = newTransport();
        play(Behaviour.echo(), "function init(self) connect(self, '/', {}, { CONNECTED = bye }) end");
    }

    @AfterAll
    final void stop() {
        transport.close();
    }

    /** The transport over which the rules are tried. */
    Transport newTransport() {
        return new JettyTransport();
    }

    private static Scene scene() throws Exception {
        return new Scene(transport, Limits.standard());
    }

    private static List<String> play(Behaviour behaviour, String source) throws Exception {
        try (Scene scene = scene()) {
            scene.server.otherwise(behaviour);
            return scene.play(source);
        }
    }

    private static String connectTo(String path) {
        return "function init(self) connect(self, '" + path + "') end";
    }

    @Test
    void every_rule_has_a_test_that_names_it() {
        int[] rulesOfSection = {4, 9, 2, 3, 9, 4, 4, 5, 4};
        Set<String> rules = new TreeSet<>();
        for (int section = 1; section <= rulesOfSection.length; section++) {
            for (int rule = 1; rule <= rulesOfSection[section - 1]; rule++) {
                rules.add("r" + section + "_" + rule);
            }
        }
        Set<String> tested = Arrays.stream(ContractRulesTest.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.matches("r\\d_\\d_.*"))
                .map(name -> name.substring(0, 4))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).isEqualTo(rules);
    }

    // 1 The module

    @Test
    void r1_1_the_global_holds_three_functions_and_six_numbers() throws Exception {
        assertThat(play(Behaviour.echo(), """
                        local names = {}
                        for name, value in pairs(websocket) do
                          names[#names + 1] = name .. " " .. (type(value) == "number" and value or type(value))
                        end
                        table.sort(names)
                        for _, name in ipairs(names) do log(name) end
                        done = true
                        """))
                .containsExactly(
                        "DATA_TYPE_BINARY 2",
                        "DATA_TYPE_TEXT 1",
                        "EVENT_CONNECTED 0",
                        "EVENT_DISCONNECTED 1",
                        "EVENT_ERROR 3",
                        "EVENT_MESSAGE 2",
                        "connect function",
                        "disconnect function",
                        "send function");
    }

    @Test
    void r1_2_a_connection_is_opaque_has_an_identity_and_a_name() throws Exception {
        try (Scene scene = scene()) {
            List<String> trace = scene.play("""
                    function init(self)
                      self.a = connect(self, "/secret?token=1", {}, { CONNECTED = function(me, conn)
                        log(tostring(conn == self.a) .. tostring(conn == self.b))
                        websocket.disconnect(conn)
                      end })
                      self.b = websocket.connect(URL, {}, function() end)
                      log(type(self.a))
                      log(tostring(self.a))
                      log(tostring(self.b))
                      log("<" .. self.a .. ">" .. 1)
                      log(tostring(pcall(function() self.a.x = 1 end)))
                    end
                    """);
            String address = "(" + scene.server.url() + ")";
            assertThat(trace)
                    .startsWith(
                            "userdata",
                            "websocket: 1 " + address,
                            "websocket: 2 " + address,
                            "<websocket: 1 " + address + ">1",
                            "false")
                    .contains("truefalse");
        }
    }

    @Test
    void r1_3_each_error_carries_the_position_of_the_caller() throws Exception {
        assertThat(play(Behaviour.echo(), """
                        local function where(f, ...)
                          local ok, e = pcall(f)
                          log(e:match("^rule.lua:%d+: ") or e)
                        end
                        where(function() local r = websocket.connect(nil) return r end)
                        where(function() local r = websocket.connect(URL, { timeout = {} }) return r end)
                        where(function()
                          local r = websocket.send(1)
                          return r
                        end)
                        where(function() websocket.disconnect() end)
                        done = true
                        """))
                .containsExactly("rule.lua:5: ", "rule.lua:6: ", "rule.lua:8: ", "rule.lua:11: ");
    }

    @Test
    void r1_4_all_256_byte_values_survive_both_ways() throws Exception {
        assertThat(play(Behaviour.echo(), """
                        local bytes = {}
                        for i = 0, 255 do bytes[#bytes + 1] = string.char(i) end
                        bytes = table.concat(bytes)
                        function init(self)
                          websocket.connect(URL, {}, function(self, conn, data)
                            if is(data, "CONNECTED") then websocket.send(conn, bytes) end
                            if is(data, "MESSAGE") then
                              log(tostring(data.message == bytes))
                              done = true
                            end
                          end)
                        end
                        """)).containsExactly("true");
    }

    // 2 connect

    @Test
    void r2_1_connect_returns_at_once_and_the_callback_runs_inside_an_update_only() throws Exception {
        assertThat(play(Behaviour.echo(), """
                        function init(self)
                          inside = "init"
                          self.conn = connect(self, "/", {}, { CONNECTED = function(me, conn)
                            log("inside " .. inside .. " " .. tostring(conn == me.conn))
                            websocket.disconnect(conn)
                            log("disconnect has returned")
                          end })
                          inside = "update"
                        end
                        """))
                .containsExactly("CONNECTED ''", "inside update true", "disconnect has returned", CLOSED_1000);
    }

    @Test
    void r2_2_the_url_is_a_string_or_number_and_a_wrong_one_is_not_raised() throws Exception {
        assertThat(play(Behaviour.echo(), """
                        function init(self)
                          for _, url in ipairs({ {}, true, print }) do log(failure(websocket.connect, url)) end
                          log(failure(websocket.connect, nil))
                          URL = 12345
                          connect(self, "")
                        end
                        """))
                .containsExactly(
                        "@ bad argument #1 to 'connect' (string expected, got table)",
                        "@ bad argument #1 to 'connect' (string expected, got boolean)",
                        "@ bad argument #1 to 'connect' (string expected, got function)",
                        "@ bad argument #1 to 'connect' (string expected, got nil)",
                        "ERROR 'Failed to open connection: no scheme (ws, wss, http or https) in the url '12345''",
                        LOST);
    }

    @Test
    void r2_3_params_are_checked_by_type_and_read_with_metamethods() throws Exception {
        try (Scene scene = scene()) {
            List<String> trace = scene.play("""
                    local f = function() end
                    function init(self)
                      log(failure(websocket.connect, URL, { timeout = {} }, f))
                      log(failure(websocket.connect, URL, { timeout = "soon" }, f))
                      log(failure(websocket.connect, URL, { protocol = true }, f))
                      log(failure(websocket.connect, URL, { headers = {} }, f))
                      log(failure(websocket.connect, URL, "no table", f))
                      log(failure(websocket.connect, URL, { unknown = 1 }, f))
                      connect(self, "/meta", setmetatable({}, { __index = { headers = "X-Meta: 1" } }), { CONNECTED = bye })
                    end
                    """);
            assertThat(trace)
                    .containsExactly(
                            "@ bad argument #2 to 'connect' (timeout: number expected, got table)",
                            "@ bad argument #2 to 'connect' (timeout: number expected, got string)",
                            "@ bad argument #2 to 'connect' (protocol: string expected, got boolean)",
                            "@ bad argument #2 to 'connect' (headers: string expected, got table)",
                            "ok",
                            "ok",
                            "CONNECTED ''",
                            CLOSED_1000);
            assertThat(requestTo(scene, "/meta").header("X-Meta")).isEqualTo("1");
        }
    }

    @Test
    void r2_4_the_callback_must_be_a_function_and_its_result_is_ignored() throws Exception {
        try (Scene scene = scene()) {
            List<String> trace = scene.play("""
                    function init(self)
                      self.name = "mine"
                      log(failure(websocket.connect, URL, {}))
                      log(failure(websocket.connect, URL, {}, "f"))
                      websocket.connect(URL, {}, function(me, conn, data)
                        log(me.name)
                        if is(data, "CONNECTED") then websocket.disconnect(conn) else done = true end
                        return "ignored", 2
                      end)
                    end
                    """);
            assertThat(trace)
                    .containsExactly(
                            "@ bad argument #3 to 'connect' (function expected, got nil)",
                            "@ bad argument #3 to 'connect' (function expected, got string)",
                            "mine",
                            "mine");
            assertThat(scene.errors).isEmpty();
        }
    }

    @Test
    @Needs(Capability.HOST_HEADER)
    void r2_5_headers_that_would_break_the_request_raise_and_good_ones_are_sent_as_they_are() throws Exception {
        try (Scene scene = scene()) {
            List<String> trace = scene.play("""
                    function init(self)
                      for _, bad in ipairs({ "NoColon", "Bad Name: 1", "X-Nul: \\0", "X-Lf: a\\nb", "Upgrade: x", "Proxy-X: 1" }) do
                        log(failure(websocket.connect, URL, { headers = bad }, print))
                      end
                      log(failure(websocket.connect, URL, { headers = "A: 1\\r\\n\\r\\n" }, print))
                      connect(self, "/", { headers = "host: other\\r\\nx-b: 1\\r\\nX-B: 2\\r\\n" }, { CONNECTED = bye })
                    end
                    """);
            assertThat(trace)
                    .startsWith(
                            "@ bad argument #2 to 'connect' (headers: no colon in 'NoColon')",
                            "@ bad argument #2 to 'connect' (headers: 'Bad Name' is no header name)",
                            "@ bad argument #2 to 'connect' (headers: control character in the value of 'X-Nul')",
                            "@ bad argument #2 to 'connect' (headers: control character in the value of 'X-Lf')",
                            "@ bad argument #2 to 'connect' (headers: 'Upgrade' belongs to the handshake)",
                            "@ bad argument #2 to 'connect' (headers: 'Proxy-X' belongs to the handshake)",
                            "@ The header field must not contain double '\\r\\n\\r\\n': 'A: 1\r\n\r\n'");
            assertThat(request(scene).headers())
                    .contains(new HeaderField("host", "other"))
                    .containsSubsequence(new HeaderField("x-b", "1"), new HeaderField("X-B", "2"))
                    .noneMatch(header -> header.name().equals("Host"));
        }
    }

    @Test
    void r2_6_subprotocols_are_offered_as_written_and_only_an_offered_one_is_accepted() throws Exception {
        try (Scene scene = scene()) {
            scene.server.on("/b", Behaviour.accept().protocol("b"));
            scene.server.on("/c", Behaviour.accept().protocol("c"));
            List<String> trace = scene.play("""
                    function init(self)
                      log(failure(websocket.connect, URL, { protocol = "a b" }, print))
                      log(failure(websocket.connect, URL, { protocol = "a", headers = "Sec-WebSocket-Protocol: b" }, print))
                      connect(self, "/b", { protocol = "a, b" }, {
                        CONNECTED = function(me, conn, data)
                          log(data.handshake_response.headers["sec-websocket-protocol"])
                          websocket.disconnect(conn)
                        end,
                        DISCONNECTED = function() connect(self, "/c", { protocol = "a, b" }) end,
                      })
                    end
                    """);
            trace = new ArrayList<>(trace);
            trace.addAll(scene.run());
            assertThat(trace)
                    .containsExactly(
                            "@ bad argument #2 to 'connect' (Sec-WebSocket-Protocol: list of names expected, got 'a b')",
                            "@ bad argument #2 to 'connect' (protocol and a Sec-WebSocket-Protocol among the headers)",
                            "CONNECTED ''",
                            "b",
                            CLOSED_1000,
                            "ERROR 'Failed verifying handshake headers: "
                                    + trace.get(5).split("headers: ", 2)[1],
                            LOST);
            assertThat(trace.get(5)).contains("Sec-WebSocket-Protocol");
            assertThat(request(scene).header("Sec-WebSocket-Protocol")).isEqualTo("a, b");
        }
    }

    @Test
    void r2_7_the_timeout_is_one_deadline_for_everything() throws Exception {
        for (Behaviour stuck : List.of(
                Behaviour.silence(), Behaviour.raw("HTTP/1.1 101 Switching"), Behaviour.raw("HTTP/1.1 101 X\r\nA: "))) {
            assertThat(play(stuck.await(new Gate()), "function init(self) connect(self, '/', { timeout = 300 }) end"))
                    .containsExactly("ERROR 'Connect sequence timed out'", LOST);
        }
    }

    @Test
    void r2_8_a_limit_is_no_error_of_the_call() throws Exception {
        try (Scene scene = new Scene(transport, Limits.standard().with("connections", "0"))) {
            assertThat(scene.play(connectTo("/")))
                    .containsExactly(
                            "ERROR 'Failed to open connection: 127.0.0.1:" + scene.server.port()
                                    + " was not dialled: the limit of 0 connections (connections) is reached'",
                            LOST);
            scene.server.assertExhausted();
        }
    }

    @Test
    void r2_9_connect_raises_in_final() throws Exception {
        try (Scene scene = scene()) {
            ScriptInstance instance =
                    scene.start("function final() log(failure(websocket.connect, URL, {}, print)) done = true end");
            instance.close();
            assertThat(scene.run()).containsExactly("@ The script instance is closing");
        }
    }

    // 3 Urls

    @ParameterizedTest
    @CsvSource({
        "URL,                              /",
        "'URL .. \"?x=1\"',                /?x=1",
        "'URL .. \"#frag\"',               /",
        "'URL .. \"/a%20b%2F?x=1&y=2?z/\"',/a%20b%2F?x=1&y=2?z/",
        "'URL .. \"/a b\"',                /a%20b",
        "'URL .. \"/100%\"',               /100%25",
        "'URL .. \"//a//b\"',              //a//b",
        "'URL .. \"/\\255\"',              /%FF",
        "'URL:gsub(\"^ws\", \"HTTP\")',    /",
        "'URL:gsub(\"127.0.0.1\", \"localhost\")', /",
    })
    void r3_1_path_and_query_are_sent_as_written(String url, String target) throws Exception {
        try (Scene scene = scene()) {
            assertThat(scene.play(
                            "URL = " + url + " function init(self) connect(self, '', {}, { CONNECTED = bye }) end"))
                    .containsExactly("CONNECTED ''", CLOSED_1000);
            assertThat(request(scene).line()).isEqualTo("GET " + target + " HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo://h/x",
                "",
                "ws://",
                "ws://h:0/",
                "ws://h:65536/",
                "ws://user:pass@h/",
                "ws://h/\\r\\nX-Evil: 1",
                "ws://[zz]/"
            })
    void r3_2_the_error_says_what_is_wrong_with_which_url_and_never_repeats_userinfo(String url) throws Exception {
        List<String> trace = play(Behaviour.echo(), "URL = '" + url + "' function init(self) connect(self, '') end");
        assertThat(trace).hasSize(2).last().isEqualTo(LOST);
        assertThat(trace.get(0))
                .startsWith("ERROR 'Failed to open connection: ")
                .contains(" in the url '")
                .doesNotContain("pass@", "user:")
                .doesNotContain("\r");
    }

    @Test
    void r3_2_the_script_is_told_the_whole_url_with_its_query() throws Exception {
        assertThat(play(
                        Behaviour.echo(),
                        "URL = 'foo://user:pass@h/x?room=1&y=2' function init(self) connect(self, '') end"))
                .containsExactly(
                        "ERROR 'Failed to open connection: unknown scheme (ws, wss, http or https expected)"
                                + " in the url 'foo://***@h/x?room=1&y=2''",
                        LOST);
    }

    // 4 The handshake

    @Test
    @Needs(Capability.EXACT_REQUEST)
    void r4_1_the_request_is_exactly_this() throws Exception {
        try (Scene scene = scene()) {
            scene.play("function init(self) connect(self, '/chat', nil, { CONNECTED = bye }) end");
            Seen.Request request = request(scene);
            assertThat(request.line()).isEqualTo("GET /chat HTTP/1.1");
            assertThat(request.header("Sec-WebSocket-Key")).matches("[A-Za-z0-9+/]{22}==");
            assertThat(request.headers().stream().map(HeaderField::name))
                    .containsExactlyInAnyOrder(
                            "Host", "Upgrade", "Connection", "Sec-WebSocket-Version", "Sec-WebSocket-Key");
            assertThat(request.headers())
                    .contains(
                            new HeaderField("Host", "127.0.0.1:" + scene.server.port()),
                            new HeaderField("Upgrade", "websocket"),
                            new HeaderField("Connection", "Upgrade"),
                            new HeaderField("Sec-WebSocket-Version", "13"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 403 Forbidden\\r\\nContent-Length: 0\\r\\n\\r\\n | Wrong response status: 403",
                "HTTP/1.1 301 Moved\\r\\nLocation: ws://127.0.0.1/\\r\\nContent-Length: 0\\r\\n\\r\\n | Wrong response status: 301",
                "HTTP/1.1 101 X\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\n\\r\\n | Failed verifying handshake headers: Upgrade",
                "HTTP/1.1 101 X\\r\\nUpgrade: h2c\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\n\\r\\n | Failed verifying handshake headers: Upgrade",
                "HTTP/1.1 101 X\\r\\nUpgrade: websocket\\r\\nSec-WebSocket-Accept: {accept}\\r\\n\\r\\n | Failed verifying handshake headers: Connection",
                "HTTP/1.1 101 X\\r\\nUpgrade: websocket\\r\\nConnection: keep-alive\\r\\nSec-WebSocket-Accept: {accept}\\r\\n\\r\\n | Failed verifying handshake headers: Connection",
                "HTTP/1.1 101 X\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n\\r\\n | Failed verifying handshake headers: Sec-WebSocket-Accept",
                "HTTP/1.1 101 X\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: AAAA\\r\\n\\r\\n | Failed verifying handshake headers: Sec-WebSocket-Accept",
                "HTTP/1.1 101 X\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\nSec-WebSocket-Extensions: permessage-deflate\\r\\n\\r\\n | Failed verifying handshake headers: Sec-WebSocket-Extensions",
                "HTTP/1.0 101 X\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\n\\r\\n | ''",
                "this is not http\\r\\n\\r\\n | Failed to parse handshake response: ",
                "HTTP/1.1 101 Swi | Failed to open connection: ",
                "'' | Failed to open connection: ",
            })
    @Needs(Capability.ANSWER_RULES)
    void r4_2_an_answer_that_is_no_good_101_is_an_ERROR_that_says_why(String answer, String why) throws Exception {
        List<String> trace = play(
                Behaviour.raw(answer.replace("\\r", "\r").replace("\\n", "\n")).fin(), connectTo("/"));
        assertThat(trace).hasSize(2).first().asString().startsWith("ERROR '" + why);
        assertThat(trace.get(1)).isEqualTo(LOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 X\r\nupgrade: WebSocket\r\nconnection: keep-alive, UPGRADE\r\nsec-websocket-accept: {accept}\r\n\r\n",
                "HTTP/1.1 101 \r\nUpgrade: websocket \r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n",
            })
    @SuppressWarnings("StringConcatToTextBlock") // lines that end with CR
    @Needs(Capability.ANSWER_RULES)
    void r4_2_an_unusual_but_good_101_is_accepted(String answer) throws Exception {
        assertThat(play(
                        Behaviour.raw(answer).send("hi"),
                        "function init(self) connect(self, '/', {}, { MESSAGE = bye }) end"))
                .containsExactly("CONNECTED ''", "MESSAGE 'hi'", CLOSED_1000);
    }

    @Test
    void r4_2_a_peer_that_does_something_else_before_it_reads_the_request_fails_the_connect_at_once() throws Exception {
        byte[] banner = "SSH-2.0-other\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        Map<Step, String> all = Map.of(
                new Step.Reset(), "Failed to open connection: ",
                new Step.Fin(), "Failed to open connection: ",
                new Step.SendRaw(banner), "Failed to parse handshake response: ",
                new Step.Await(new Gate()), "Connect sequence timed out");
        for (Map.Entry<Step, String> each : all.entrySet()) {
            try (Scene scene = scene()) {
                scene.server.onAccept(each.getKey());
                String timeout = each.getKey() instanceof Step.Await ? "300" : "20000";
                List<String> trace =
                        scene.play("function init(self) connect(self, '/', { timeout = " + timeout + " }) end");
                assertThat(trace).as("%s", each.getKey()).hasSize(2).last().isEqualTo(LOST);
                assertThat(trace.get(0)).startsWith("ERROR '" + each.getValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4_000, 10_000})
    void r4_3_frames_in_the_packet_of_the_101_are_kept(int size) throws Exception {
        assertKept(size);
    }

    @Test
    @Needs(Capability.DATA_WITH_ANSWER)
    void r4_3_so_is_one_larger_than_any_buffer() throws Exception {
        assertKept(1 << 20);
    }

    private static void assertKept(int size) throws Exception {
        assertThat(play(Behaviour.accept().send(Frame.of(Frame.BINARY, new byte[size])), """
                        function init(self)
                          websocket.connect(URL, {}, function(me, conn, data)
                            if is(data, "MESSAGE") then log(tostring(#data.message)) done = true end
                          end)
                        end
                        """))
                .containsExactly(Integer.toString(size));
    }

    // 5 Events

    @Test
    void r5_1_data_is_a_fresh_table_with_event_and_message() throws Exception {
        assertThat(play(Behaviour.accept().send("a").close(1000, ""), """
                        local seen = {}
                        function init(self)
                          websocket.connect(URL, {}, function(me, conn, data)
                            log(type(data.event) .. type(data.message) .. tostring(seen[data]))
                            seen[data] = true
                            done = is(data, "DISCONNECTED") or nil
                          end)
                        end
                        """))
                .containsExactly("numberstringnil", "numberstringnil", "numberstringnil");
    }

    @Test
    void r5_2_CONNECTED_comes_once_first_with_the_response() throws Exception {
        assertThat(play(Behaviour.accept().header("X-Test", "a").close(1000, ""), """
                        function init(self)
                          connect(self, "/", {}, { CONNECTED = function(me, conn, data)
                            local answer = data.handshake_response
                            log(answer.status .. " " .. answer.headers["x-test"] .. " '" .. answer.response .. "'")
                          end })
                        end
                        """))
                .containsExactly(
                        "CONNECTED ''", "101 a ''", "DISCONNECTED 'Server closing (1000). Reason: ''' 1000 ''");
    }

    @Test
    @Needs(Capability.DATA_BEFORE_FIN)
    void r5_3_one_MESSAGE_for_each_message_typed_joined_in_order_none_lost() throws Exception {
        List<Frame> frames = new ArrayList<>(Frame.text("abc").split(3));
        frames.add(Frame.binary((byte) 'x'));
        frames.add(Frame.text(""));
        for (Behaviour ending : List.of(
                Behaviour.accept().send(frames).close(4000, ""),
                Behaviour.accept().send(frames).fin(),
                Behaviour.accept().send(frames).reset())) {
            List<String> trace = play(ending, """
                    function init(self)
                      websocket.connect(URL, {}, function(me, conn, data)
                        if is(data, "MESSAGE") then log(data.type .. data.message) end
                        done = is(data, "DISCONNECTED") or nil
                      end)
                    end
                    """);
            assertThat(trace).containsExactly("1abc", "2x", "1");
        }
    }

    @Test
    void r5_4_ERROR_says_why_and_DISCONNECTED_follows_in_the_same_update() throws Exception {
        assertThat(play(Behaviour.reject(403).header("X-Why", "no").body("go away"), """
                        function init(self)
                          self.updates = 0
                          connect(self, "/", {}, {
                            ERROR = function(me, conn, data)
                              self.at = self.updates
                              log(data.handshake_response.status .. data.handshake_response.headers["x-why"])
                            end,
                            DISCONNECTED = function() log("updates between: " .. self.updates - self.at) end,
                          })
                        end
                        function update(self) self.updates = self.updates + 1 end
                        """))
                .containsExactly("ERROR 'Wrong response status: 403'", "403no", LOST, "updates between: 0");
    }

    @Test
    void r5_5_DISCONNECTED_comes_exactly_once_and_last_with_a_code_and_a_reason() throws Exception {
        assertThat(play(Behaviour.accept().close(4001, "why"), connectTo("/")))
                .containsExactly("CONNECTED ''", "DISCONNECTED 'Server closing (4001). Reason: 'why'' 4001 'why'");
        assertThat(play(Behaviour.accept().close(), connectTo("/")))
                .containsExactly("CONNECTED ''", "DISCONNECTED 'Server closing (1005). Reason: ''' 1005 ''");
        assertThat(play(Behaviour.refuse(), connectTo("/"))).hasSize(2).last().isEqualTo(LOST);
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // lines that end with CR
    @Needs(Capability.REFUSAL_BODIES)
    void r5_6_the_response_has_status_headers_and_the_body_byte_for_byte() throws Exception {
        String raw =
                "HTTP/1.1 401 No\r\nX-A: 1\r\nx-lower:  b \r\nX-A: 2\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na\0b\r\n2;x=y\r\n\u00ff!\r\n0\r\n\r\n";
        assertThat(play(Behaviour.raw(raw), """
                        function init(self)
                          connect(self, "/", {}, { ERROR = function(me, conn, data)
                            local answer = data.handshake_response
                            local names = {}
                            for name in pairs(answer.headers) do names[#names + 1] = name end
                            table.sort(names)
                            log(table.concat(names, " "))
                            log(answer.headers["x-a"] .. "|" .. answer.headers["X-LOWER"])
                            log(table.concat({ answer.response:byte(1, -1) }, " "))
                          end })
                        end
                        """))
                .containsExactly(
                        "ERROR 'Wrong response status: 401'",
                        "Transfer-Encoding X-A x-lower",
                        "1, 2|b",
                        "97 0 98 255 33",
                        LOST);
    }

    @Test
    @Needs(Capability.REFUSAL_BODIES)
    void r5_6_the_body_is_cut_at_64_KiB_and_at_the_deadline() throws Exception {
        String show = "function init(self) connect(self, '/', { timeout = 400 }, { ERROR = function(me, conn, data)"
                + " log(#data.handshake_response.response) end }) end";
        assertThat(play(Behaviour.reject(500).body(new byte[70_000]), show))
                .containsExactly("ERROR 'Wrong response status: 500'", "65536", LOST);
        assertThat(play(Behaviour.reject(500).body("0123456789").missing(90).await(new Gate()), show))
                .containsExactly("ERROR 'Wrong response status: 500'", "10", LOST);
    }

    @Test
    void r5_7_an_update_delivers_then_calls_update_and_a_flood_can_not_keep_it_from_ending() throws Exception {
        List<Frame> flood = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            flood.add(Frame.text("" + i));
        }
        List<String> trace = play(Behaviour.accept().receive(1).send(flood).close(1000, ""), """
                function init(self)
                  self.n, self.updates, self.most, self.batch = 0, 0, 0, 0
                  websocket.connect(URL, {}, function(me, conn, data)
                    if is(data, "CONNECTED") then
                      websocket.send(conn, "go")
                    elseif is(data, "MESSAGE") then
                      self.n, self.batch = self.n + 1, self.batch + 1
                      if data.message ~= tostring(self.n) then log("wrong order") end
                    elseif is(data, "DISCONNECTED") then
                      log(self.n .. " " .. tostring(self.most <= 256))
                      done = true
                    end
                  end)
                end
                function update(self) self.most, self.batch = math.max(self.most, self.batch), 0 end
                """);
        assertThat(trace).containsExactly("5000 true");
    }

    @Test
    void r5_8_an_error_in_a_callback_is_reported_and_the_next_events_still_come() throws Exception {
        try (Scene scene = scene()) {
            scene.server.otherwise(Behaviour.accept().send("a").send("b").close(1000, ""));
            List<String> trace = scene.play("""
                    function init(self)
                      connect(self, "/", {}, {
                        MESSAGE = function(me, conn, data) error("in " .. data.message) end,
                        CONNECTED = function() local nothing; nothing.field = 1 end,
                      })
                    end
                    """);
            assertThat(trace).hasSize(4);
            assertThat(scene.errors)
                    .extracting(error -> error.located())
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("rule.lua:4: attempt to index"),
                            second -> assertThat(second).isEqualTo("rule.lua:3: in a"),
                            third -> assertThat(third).isEqualTo("rule.lua:3: in b"));
            assertThat(scene.errors)
                    .allSatisfy(error -> assertThat(error.traceback()).contains("rule.lua:"));
        }
    }

    @Test
    void r5_9_callbacks_run_on_the_main_coroutine() throws Exception {
        assertThat(play(Behaviour.accept().close(1000, ""), """
                        function main()
                          local co, main = coroutine.running()
                          return tostring(co == nil or main == true)
                        end
                        function init(self)
                          coroutine.wrap(function()
                            connect(self, "/", {}, { CONNECTED = function() log(main()) end })
                            log(main())
                            coroutine.yield()
                          end)()
                        end
                        """))
                .containsExactly(
                        "false", "CONNECTED ''", "true", "DISCONNECTED 'Server closing (1000). Reason: ''' 1000 ''");
    }

    // 6 send

    @Test
    void r6_1_the_checks_come_in_this_order() throws Exception {
        assertThat(play(Behaviour.echo(), """
                        local dead
                        function init(self)
                          local conn = connect(self, "/", {}, {
                            CONNECTED = function(me, conn)
                              log(failure(websocket.send, {}, {}, { type = 9 }))
                              log(failure(websocket.send, conn, {}, { type = 9 }))
                              log(failure(websocket.send, conn, "x", { type = 9 }))
                              log(failure(websocket.send, conn, 12.5, "ignored"))
                              websocket.disconnect(conn)
                              log(failure(websocket.send, conn, {}))
                            end,
                            DISCONNECTED = function(me, conn)
                              log(failure(websocket.send, conn, {}))
                              dead = conn
                            end,
                          })
                          log(failure(websocket.send, conn, {}))
                        end
                        function update(self)
                          if dead then log(failure(websocket.send, dead, {})) dead, finished = nil, true end
                          if not finished then done = nil else done = true end
                        end
                        """))
                .containsExactly(
                        "@ Connection isn't connected",
                        "CONNECTED ''",
                        "@ The first argument must be a valid connection!",
                        "@ bad argument #2 to 'send' (string expected, got table)",
                        "@ bad argument #3 to 'send' (type: DATA_TYPE_TEXT or DATA_TYPE_BINARY expected, got 9)",
                        "ok",
                        "@ Connection isn't connected",
                        CLOSED_1000,
                        "@ Connection isn't connected",
                        "@ Invalid connection");
    }

    @Test
    void r6_2_one_unfragmented_masked_frame_a_message_in_order() throws Exception {
        try (Scene scene = scene()) {
            scene.play("""
                    function init(self)
                      connect(self, "/", {}, { CONNECTED = function(me, conn)
                        log(select("#", websocket.send(conn, "a", TEXT)))
                        websocket.send(conn, "")
                        websocket.send(conn, ("x"):rep(100000))
                        websocket.send(conn, 5, TEXT)
                        websocket.disconnect(conn)
                      end })
                    end
                    """);
            RecordedConnection seen = scene.server.takeConnection();
            seen.takeRequest();
            int[] opcodes = {Frame.TEXT, Frame.BINARY, Frame.BINARY, Frame.TEXT, Frame.CLOSE};
            int[] lengths = {1, 0, 100_000, 1, 2};
            for (int i = 0; i < opcodes.length; i++) {
                Frame frame = seen.takeFrame();
                assertThat(frame.opcode()).isEqualTo(opcodes[i]);
                assertThat(frame.payload()).hasSize(lengths[i]);
                assertThat(frame.fin() && frame.masked() && frame.rsv() == 0).isTrue();
            }
        }
    }

    @Test
    void r6_3_bad_UTF_8_a_big_message_and_a_full_buffer_raise() throws Exception {
        Limits limits = Limits.standard().with("message-out", "1MiB").with("unsent", "4MiB");
        try (Scene scene = new Scene(transport, limits)) {
            scene.server.otherwise(Behaviour.accept().stopReading());
            assertThat(scene.play("""
                            function init(self)
                              websocket.connect(URL, {}, function(me, conn, data)
                                log(failure(websocket.send, conn, "ab\\226\\130", TEXT))
                                log(failure(websocket.send, conn, ("x"):rep(1048577)))
                                local sent, why = 0, "ok"
                                repeat why, sent = failure(websocket.send, conn, ("x"):rep(1048576)), sent + 1 until why ~= "ok" or sent > 1000
                                log((why:gsub("%d+ bytes", "N bytes")))
                                done = true
                              end)
                            end
                            """))
                    .containsExactly(
                            "@ bad argument #2 to 'send' (not valid UTF-8 at byte 3)",
                            "@ Message of 1048577 bytes is over the limit of 1048576 (message-out)",
                            "@ Send buffer is full: N bytes are unsent, the limit is 4194304 (unsent)");
            scene.host.abort();
        }
    }

    @Test
    void r6_4_a_send_after_the_close_was_read_is_accepted_and_dropped() throws Exception {
        try (Scene scene = scene()) {
            scene.server.otherwise(
                    Behaviour.accept().receive(1).send("one").send("two").close(4003, "done"));
            List<String> trace = scene.play("""
                    function init(self)
                      connect(self, "/", {}, {
                        CONNECTED = function(me, conn) websocket.send(conn, "go") end,
                        MESSAGE = function(me, conn, data)
                          if data.message == "two" then log(failure(websocket.send, conn, "late")) end
                        end,
                      })
                    end
                    """);
            assertThat(trace).contains("ok").last().asString().contains("4003");
        }
    }

    // 7 disconnect

    @Test
    void r7_1_only_a_connection_is_taken_and_a_dead_one_has_no_effect() throws Exception {
        assertThat(play(Behaviour.echo(), """
                        function init(self)
                          connect(self, "/", {}, {
                            CONNECTED = function(me, conn)
                              for _, wrong in ipairs({ 1, {}, "x", true }) do log(failure(websocket.disconnect, wrong)) end
                              log(failure(websocket.disconnect))
                              log(failure(websocket.disconnect, conn) .. failure(websocket.disconnect, conn))
                            end,
                            DISCONNECTED = function(me, conn) log(failure(websocket.disconnect, conn)) end,
                          })
                        end
                        """))
                .containsExactly(
                        "CONNECTED ''",
                        "@ The first argument must be a valid connection!",
                        "@ The first argument must be a valid connection!",
                        "@ The first argument must be a valid connection!",
                        "@ The first argument must be a valid connection!",
                        "@ The first argument must be a valid connection!",
                        "okok",
                        CLOSED_1000,
                        "ok");
    }

    @Test
    void r7_2_the_next_event_is_DISCONNECTED_whatever_has_arrived() throws Exception {
        Behaviour talk = Behaviour.accept().send("one").send("two");
        for (Behaviour ending : List.of(talk, talk.close(4001, "why"), talk.fin(), talk.reset())) {
            assertThat(play(ending, "function init(self) connect(self, '/', {}, { MESSAGE = bye }) end"))
                    .containsExactly("CONNECTED ''", "MESSAGE 'one'", CLOSED_1000);
        }
        assertThat(play(Behaviour.echo(), "function init(self) websocket.disconnect((connect(self, '/'))) end"))
                .containsExactly(LOST);
    }

    @Test
    void r7_3_what_was_sent_goes_out_then_close_and_a_deaf_peer_is_given_up() throws Exception {
        try (Scene scene = new Scene(transport, Limits.standard().with("close-timeout", "200ms"))) {
            scene.server.otherwise(Behaviour.accept().ignore());
            scene.play("""
                    function init(self)
                      connect(self, "/", {}, { CONNECTED = function(me, conn)
                        websocket.send(conn, "not lost")
                        websocket.disconnect(conn)
                      end })
                    end
                    """);
            RecordedConnection seen = scene.server.takeConnection();
            seen.takeRequest();
            assertThat(seen.takeFrame().string()).isEqualTo("not lost");
            assertThat(seen.takeFrame().status()).isEqualTo(new CloseStatus(1000));
            seen.takeEnd();
        }
    }

    @Test
    @Needs(Capability.ABORTED_DIALS)
    void r7_4_disconnect_aborts_a_dial_under_way() throws Exception {
        try (Scene scene = scene()) {
            scene.server.otherwise(Behaviour.silence());
            ScriptInstance instance =
                    scene.start("function init(self) self.conn = connect(self, '/', { timeout = 30000 }) end"
                            + " function leave(self) websocket.disconnect(self.conn) end");
            RecordedConnection seen = scene.server.takeConnection();
            seen.takeRequest();
            instance.call("leave");
            assertThat(scene.run()).containsExactly(LOST);
            seen.takeEnd();
        }
    }

    // 8 Frames received

    @Test
    void r8_1_ping_is_answered_and_neither_ping_nor_pong_is_shown() throws Exception {
        try (Scene scene = scene()) {
            scene.server.otherwise(Behaviour.accept()
                    .send(Frame.text("he").notFinal())
                    .send(Frame.ping("p1"))
                    .send(Frame.pong("nobody asked"))
                    .send(Frame.continuation("llo"))
                    .send(Frame.ping("")));
            assertThat(scene.play("function init(self) connect(self, '/', {}, { MESSAGE = bye }) end"))
                    .containsExactly("CONNECTED ''", "MESSAGE 'hello'", CLOSED_1000);
            RecordedConnection seen = scene.server.takeConnection();
            seen.takeRequest();
            Frame pong = seen.takeFrame();
            assertThat(pong.opcode()).isEqualTo(Frame.PONG);
            assertThat(pong.string()).isEqualTo("p1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999, 1005
            })
    @Needs(Capability.CLOSE_STATUSES)
    void r8_2_close_is_answered_with_the_same_code(int code) throws Exception {
        try (Scene scene = scene()) {
            boolean empty = code == CloseStatus.NONE;
            scene.server.otherwise(
                    empty ? Behaviour.accept().close() : Behaviour.accept().close(code, "r"));
            String reason = empty ? "" : "r";
            assertThat(scene.play(connectTo("/")))
                    .containsExactly(
                            "CONNECTED ''",
                            "DISCONNECTED 'Server closing (" + code + "). Reason: '" + reason + "'' " + code + " '"
                                    + reason + "'");
            RecordedConnection seen = scene.server.takeConnection();
            seen.takeRequest();
            assertThat(seen.takeFrame().status().code()).isEqualTo(code);
        }
    }

    /** A violation, the code it ends with, and a word that names it. */
    private record Violation(Frame frame, int code, String word) {}

    @Test
    @Needs(Capability.CLOSE_STATUSES)
    void r8_3_a_violation_is_named_after_the_good_messages_before_it() throws Exception {
        byte[] bad = {'a', (byte) 0xFF};
        List<Violation> all = List.of(
                new Violation(Frame.text("x").asMasked(), 1002, "asked"),
                new Violation(Frame.text("x").rsv(4), 1002, "RSV"),
                new Violation(Frame.of(3), 1002, "pcode"),
                new Violation(Frame.of(11), 1002, "pcode"),
                new Violation(Frame.continuation("x"), 1002, "ontinuation"),
                new Violation(Frame.ping("x").notFinal(), 1002, "ontrol"),
                new Violation(Frame.ping("x".repeat(126)), 1002, "ontrol"),
                new Violation(Frame.text("x").length(LengthForm.BITS_16), 1002, "ength"),
                new Violation(Frame.text("x").length(LengthForm.BITS_64), 1002, "ength"),
                new Violation(Frame.of(Frame.TEXT, bad), 1007, "UTF-8"),
                new Violation(Frame.of(Frame.CLOSE, (byte) 3), 1002, "lose"),
                new Violation(Frame.close(1006, ""), 1002, "1006"),
                new Violation(Frame.of(Frame.CLOSE, (byte) 3, (byte) 0xE8, (byte) 0xFF), 1007, "UTF-8"));
        for (Violation violation : all) {
            try (Scene scene = scene()) {
                scene.server.otherwise(
                        Behaviour.accept().send("good").send(violation.frame()).send("late"));
                List<String> trace = scene.play(connectTo("/"));
                assertThat(trace).as("%s", violation.frame()).hasSize(4).startsWith("CONNECTED ''", "MESSAGE 'good'");
                assertThat(trace.get(2)).startsWith("ERROR '").contains(violation.word());
                assertThat(trace.get(3)).startsWith("DISCONNECTED '' " + violation.code() + " '");
                RecordedConnection seen = scene.server.takeConnection();
                seen.takeRequest();
                assertThat(seen.takeFrame().status().code()).isEqualTo(violation.code());
            }
        }
    }

    @Test
    @Needs(Capability.ANNOUNCED_LENGTHS)
    void r8_4_a_message_over_the_limit_is_refused_when_it_is_announced() throws Exception {
        Frame announced = Frame.binary().announcing(3L << 30);
        List<Frame> pieces = Frame.of(Frame.BINARY, new byte[3000]).split(3);
        Limits limits = Limits.standard().with("message-in", "2500");
        for (Behaviour big :
                List.of(Behaviour.accept().send(announced), Behaviour.accept().send(pieces))) {
            try (Scene scene = new Scene(transport, limits)) {
                scene.server.otherwise(big);
                List<String> trace = scene.play(connectTo("/"));
                assertThat(trace.get(1)).matches("ERROR 'Message of at least \\d+ bytes is over the limit of 2500'");
                assertThat(trace.get(2)).startsWith("DISCONNECTED '' 1009 '");
                RecordedConnection seen = scene.server.takeConnection();
                seen.takeRequest();
                assertThat(seen.takeFrame().status().code()).isEqualTo(1009);
            }
        }
    }

    @Test
    void r8_5_an_end_without_a_close_is_a_lost_connection() throws Exception {
        for (Behaviour end :
                List.of(Behaviour.accept().fin(), Behaviour.accept().send("x").reset())) {
            List<String> trace = play(end, connectTo("/"));
            assertThat(trace.get(trace.size() - 2)).startsWith("ERROR 'Connection lost: ");
            assertThat(trace).last().isEqualTo(LOST);
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(play(Behaviour.echo(), "URL = 'ws://127.0.0.1:" + port + "' " + connectTo("/")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("ERROR 'Failed to open connection: ")
                .contains("127.0.0.1:" + port);
    }

    // 9 Script instances

    @Test
    void r9_1_instances_share_globals_and_have_a_self_each() throws Exception {
        try (Scene scene = scene()) {
            var script = scene.load("""
                    count = 0
                    function init(self)
                      count = count + 1
                      self.id, self.class, self["with space"] = count, "c", 1
                      websocket.connect(URL .. "/" .. self.id, {}, function(me, conn, data)
                        if is(data, "CONNECTED") then websocket.send(conn, me.id) end
                        if is(data, "MESSAGE") then log(me.id .. data.message) finished = (finished or 0) + 1 end
                        done = finished == 2 or nil
                      end)
                    end
                    function finalize(self) log("final " .. self.id) end
                    """);
            script.start();
            ScriptInstance second = script.start();
            assertThat(scene.run()).containsExactlyInAnyOrder("11", "22");
            second.close();
            scene.engine.put("done", true);
            assertThat(scene.run()).containsExactly("final 2");
        }
    }

    @Test
    void r9_2_final_runs_then_the_connections_close_with_1001_and_no_event_comes() throws Exception {
        try (Scene scene = scene()) {
            ScriptInstance instance = scene.start("""
                    function init(self)
                      self.conn = websocket.connect(URL, {}, function(me, conn, data) show(data) done = true end)
                    end
                    function final(self) websocket.send(self.conn, "farewell") end
                    """);
            assertThat(scene.run()).containsExactly("CONNECTED ''");
            instance.close();
            RecordedConnection seen = scene.server.takeConnection();
            seen.takeRequest();
            assertThat(seen.takeFrame().string()).isEqualTo("farewell");
            assertThat(seen.takeFrame().status().code()).isEqualTo(1001);
            seen.takeEnd();
            scene.engine.put("done", true);
            assertThat(scene.run()).isEmpty();
        }
    }

    @Test
    void r9_3_the_functions_of_a_script_are_taken_out_of_the_globals() throws Exception {
        try (Scene scene = scene()) {
            var first = scene.load("function init() log('first') end function final() log('end of first') end");
            var second = scene.load("function init() log('second') end function helper() end");
            scene.engine.eval("log(type(init) .. type(final) .. type(helper))");
            ScriptInstance one = first.start();
            second.start().close();
            one.close();
            scene.engine.put("done", true);
            assertThat(scene.run()).containsExactly("nilnilfunction", "first", "second", "end of first");
        }
    }

    @Test
    void r9_4_a_script_that_is_only_evaluated_has_the_default_instance_as_self() throws Exception {
        try (Scene scene = scene()) {
            scene.engine.eval(
                    "websocket.connect(URL, {}, function(me, conn, data) me.n = (me.n or 0) + 1 log(me.n) done = me.n == 2"
                            + " or nil websocket.disconnect(conn) end)");
            assertThat(scene.run()).containsExactly("1", "2");
        }
    }

    private static Seen.Request request(Scene scene) {
        return scene.server.takeConnection().takeRequest();
    }

    /** The first request to that path; connections are accepted in any order. */
    private static Seen.Request requestTo(Scene scene, String target) {
        Seen.Request request = request(scene);
        return request.target().equals(target) ? request : requestTo(scene, target);
    }
}
