package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.Script;
import org.scriptsocket.ScriptError;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.ScriptUnwind;
import org.scriptsocket.kit.ManualClock;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.script.ScriptFunction;

/** The API as a script in Lua sees it, over the in-memory transport. */
class WebSocketTableTest {

    private final ManualClock clock = new ManualClock();
    private final MemoryTransport transport = new MemoryTransport(clock);
    private final List<ScriptError> errors = new ArrayList<>();
    private final ScriptHost host = ScriptHost.builder()
            .transport(transport)
            .clock(clock)
            .onScriptError(errors::add)
            .build();
    private final ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
    private final List<String> logged = new ArrayList<>();

    WebSocketTableTest() {
        engine.put("log", (ScriptFunction) arguments -> {
            logged.add(String.join(
                    " ", Arrays.stream(arguments).map(String::valueOf).toList()));
            return null;
        });
    }

    @AfterEach
    void close() {
        host.abort();
        transport.close();
    }

    private ScriptInstance start(String script) throws ScriptException {
        return host.load(engine, script, "chat.lua").start();
    }

    private void updates(int count) {
        for (int i = 0; i < count; i++) {
            clock.runDue();
            host.update(0);
        }
        clock.runDue();
    }

    @Test
    void theTableHasExactlyWhatTheContractNames() throws ScriptException {
        assertThat(engine.eval("""
                local all = {}
                for name, value in pairs(websocket) do
                  all[#all + 1] = name .. '=' .. (type(value) == 'number' and value or type(value))
                end
                table.sort(all)
                return table.concat(all, ' ')"""))
                .isEqualTo("DATA_TYPE_BINARY=2 DATA_TYPE_TEXT=1 EVENT_CONNECTED=0"
                        + " EVENT_DISCONNECTED=1 EVENT_ERROR=3 EVENT_MESSAGE=2"
                        + " connect=function disconnect=function send=function");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        connect()                           | bad argument #1 to 'connect' (string expected, got nil)
        connect({}, {}, cb)                 | bad argument #1 to 'connect' (string expected, got table)
        connect(true, {}, cb)               | bad argument #1 to 'connect' (string expected, got boolean)
        connect('ws://h', {})               | bad argument #3 to 'connect' (function expected, got nil)
        connect('ws://h', {}, 'cb')         | bad argument #3 to 'connect' (function expected, got string)
        connect('ws://h', cb)               | bad argument #3 to 'connect' (function expected, got nil)
        connect('ws://h', {timeout='a'}, cb)    | bad argument #2 to 'connect' (timeout: number expected, got string)
        connect('ws://h', {timeout='0x'}, cb)   | bad argument #2 to 'connect' (timeout: number expected, got string)
        connect('ws://h', {timeout={}}, cb)     | bad argument #2 to 'connect' (timeout: number expected, got table)
        connect('ws://h', {headers={}}, cb)     | bad argument #2 to 'connect' (headers: string expected, got table)
        connect('ws://h', {protocol={}}, cb)    | bad argument #2 to 'connect' (protocol: string expected, got table)
        connect('ws://h', {headers='A: 1\\r\\n\\r\\n'}, cb) | The header field must not contain double '\\r\\n\\r\\n': 'A: 1%0D%0A%0D%0A'
        send()                              | The first argument must be a valid connection!
        send({}, 'x')                       | The first argument must be a valid connection!
        disconnect('x')                     | The first argument must be a valid connection!
        disconnect(io.stdout)               | The first argument must be a valid connection!
        """)
    void wrongArgumentsRaiseWithThePositionOfTheCaller(String call, String message) throws ScriptException {
        String script = "local cb = function() end return select(2, pcall(function()\n local r = websocket." + call
                + " return r end))";
        ScriptHost.of(engine).abort();
        host.load(engine, "text = (function() " + script + " end)()", "args.lua");
        assertThat(engine.get("text"))
                .isEqualTo("args.lua:2: " + message.replace("%0D", "\r").replace("%0A", "\n"));
    }

    @Test
    void paramsAreReadWithMetamethods() throws ScriptException {
        start("""
                function init(self)
                  local params = setmetatable({}, {__index = function(t, k) if k == 'protocol' then return 'chat' end end})
                  websocket.connect('ws://h/', params, function(self, conn, data)
                    if data.event == websocket.EVENT_CONNECTED then
                      log(data.handshake_response.headers['sec-websocket-PROTOCOL'])
                    end
                  end)
                end""");
        transport.otherwise(Behaviour.accept().protocol("chat"));
        updates(1);
        assertThat(logged).containsExactly("chat");
    }

    @Test
    void messagesComeBackByteForByte() throws ScriptException {
        start("""
                local all = {}
                for i = 0, 255 do all[#all + 1] = string.char(i) end
                all = table.concat(all)
                function init(self)
                  self.connection = websocket.connect('ws://h/', {}, function(self, conn, data)
                    assert(conn == self.connection and type(conn) == 'userdata')
                    if data.event == websocket.EVENT_CONNECTED then
                      websocket.send(conn, all)
                      websocket.send(conn, 12.5, {type = websocket.DATA_TYPE_TEXT})
                      websocket.send(conn, ('xyz'):sub(2), nil)
                    elseif data.event == websocket.EVENT_MESSAGE then
                      log(data.message == all, #data.message, data.type, #data.message < 9 and data.message)
                    end
                  end)
                end""");
        updates(3);
        assertThat(errors).isEmpty();
        assertThat(logged).containsExactly("true 256 2 false", "false 4 1 12.5", "false 2 2 yz");
    }

    @Test
    void aConnectionIsOpaqueAndHasAName() throws ScriptException {
        start("""
                function init(self)
                  local c = websocket.connect('ws://user@h/', {}, function() end)
                  c = websocket.connect('ws://h:81/path?q', {}, function() end)
                  log(tostring(c))
                  log('a' .. c)
                  log(c .. 1)
                  log(c .. '|' .. c .. '|')
                  log(select(2, pcall(function() return c.toString end)))
                  log(select(2, pcall(function() c.x = 1 end)))
                  log(getmetatable(c), c == c, ({[c] = 'key'})[c])
                end""");
        String name = "websocket: 2 (ws://h:81)";
        assertThat(logged)
                .containsExactly(
                        name,
                        "a" + name,
                        name + "1",
                        name + "|" + name + "|",
                        "chat.lua:8: attempt to index a userdata value",
                        "chat.lua:9: attempt to index a userdata value",
                        "false true key");
    }

    @Test
    void aRefusalShowsTheServersAnswer() throws ScriptException {
        transport.otherwise(Behaviour.reject(403)
                .header("X-Why", "caf\u00e9")
                .header("x-why", "more")
                .body((byte) 0xff, (byte) 0));
        start("""
                function init(self)
                  websocket.connect('ws://h/', {}, function(self, conn, data)
                    local keys = {}
                    for k in pairs(data) do keys[#keys + 1] = k end
                    table.sort(keys)
                    log(data.event, table.concat(keys, ','), data.message, data.code)
                    local answer = data.handshake_response
                    if answer then
                      local h = answer.headers
                      log(answer.status, #answer.response, answer.response:byte(1))
                      log(#h['X-WHY'], h['x-why'] == h['X-Why'], rawget(h, 'x-why'), h.nothing, h[1])
                    end
                  end)
                end""");
        updates(1);
        assertThat(logged)
                .containsExactly(
                        "3 event,handshake_response,message Wrong response status: 403 null",
                        "403 2 255",
                        "10 true null null null",
                        "1 code,event,message,reason  1006");
    }

    @Test
    void aCloseShowsCodeReasonAndMessage() throws ScriptException {
        transport.otherwise(Behaviour.accept().send(Frame.text("last")).close(4001, "why"));
        start("""
                function init(self)
                  websocket.connect('ws://h/', {}, function(self, conn, data)
                    log(data.event, data.message, data.code, data.reason)
                  end)
                end""");
        updates(3);
        assertThat(logged)
                .containsExactly("0  null null", "2 last null null", "1 Server closing (4001). Reason: 'why' 4001 why");
    }

    @Test
    void aCoroutineMayConnectAndSendAndCallbacksRunOnTheMainOne() throws ScriptException {
        start("""
                function init(self)
                  coroutine.wrap(function()
                    self.c = websocket.connect('ws://h/', {}, function(self, conn, data)
                      log(data.event, coroutine.running())
                      if data.event == 0 then coroutine.wrap(function() websocket.send(conn, 'x') end)() end
                    end)
                  end)()
                end""");
        updates(3);
        assertThat(errors).isEmpty();
        assertThat(logged).containsExactly("0 null", "2 null");
    }

    @Test
    void anErrorInACallbackIsReportedWithFileLineAndTraceback() throws ScriptException {
        start("""
                local function explode(data)
                  error({code = 7})
                end
                function init(self)
                  websocket.connect('ws://h/', {}, function(self, conn, data)
                    if data.event == 0 then local x = nil .. 'y' end
                  end)
                end
                function update(self)
                  explode() -- not a tail call
                end""");
        updates(1);
        assertThat(errors).hasSize(2);
        assertThat(errors.get(0).located()).isEqualTo("chat.lua:6: attempt to concatenate a nil value");
        assertThat(errors.get(0).traceback()).isEqualTo("chat.lua:6: in function <chat.lua:5>");
        assertThat(errors.get(1).line()).isEqualTo(2);
        assertThat(errors.get(1).message()).isEqualTo("(error object is a table value)");
        assertThat(errors.get(1).traceback().lines())
                .containsExactly("chat.lua:2: in function 'explode'", "chat.lua:10: in function <chat.lua:9>");
    }

    @Test
    void loadTakesTheLifeCycleFunctionsOutOfTheGlobals() throws ScriptException {
        Script a = host.load(engine, "function init() log('a') end function finalize() log('end') end up = 1", "a.lua");
        Script b = host.load(engine, "final = 5 function hello(self, name) return 'hi ' .. name end", "b.lua");
        assertThat(engine.eval("return init, finalize")).isNull();
        assertThat(engine.eval("return final + up")).isEqualTo(6);
        ScriptInstance instance = a.start();
        assertThat(b.start().call("hello", "Ann")).isEqualTo("hi Ann");
        instance.close();
        assertThat(logged).containsExactly("a", "end");
    }

    @Test
    void globalsThatRefuseUnknownNamesAreNoObstacle() throws ScriptException {
        start("""
                setmetatable(_G, {__index = function(t, k) error('undefined ' .. k) end})
                function update(self) websocket.connect('ws://h/', nil, function() log('called') end) update = nil end
                """);
        updates(2);
        assertThat(errors).isEmpty();
        assertThat(logged).isNotEmpty().containsOnly("called");
    }

    @Test
    void argumentsOfCallsAreConverted() throws ScriptException {
        ScriptInstance instance = start(
                "function show(self, ...) self.n = select('#', ...) return table.concat({...}, ' ') .. self.n end");
        assertThat(instance.call("show", "a", 1, 2.5, new byte[] {66}, 7L)).isEqualTo("a 1 2.5 B 75");
    }

    @Test
    void aHostFunctionMayUnwindAScriptCall() throws ScriptException {
        ScriptUnwind unwind = new ScriptUnwind("exit");
        engine.put("leave", (ScriptFunction) arguments -> {
            throw unwind;
        });
        ScriptInstance instance = start("function go() pcall(coroutine.wrap(function() pcall(leave) end)) end");
        assertThatThrownBy(() -> instance.call("go")).isSameAs(unwind);
        assertThat(errors).isEmpty();
    }
}
