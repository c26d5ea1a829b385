-- Each word of a server, and what a client sees of it: over sockets, and in memory in virtual time.

local TEXT, BINARY = websocket.DATA_TYPE_TEXT, websocket.DATA_TYPE_BINARY
local frame = harness.frame

for _, net in ipairs({ "sockets", "memory" }) do
  describe("a server over " .. net, function()
    local in_memory = net == "memory"
    if in_memory then harness.virtual_time() end

    local server

    before_each(function()
      server = harness.server()
    end)

    -- Connects, does what it is told once it is connected, and tells what has come until the end.
    local function story(path, params, act)
      local seen = { messages = {}, types = {} }
      params = params or {}
      -- The first connect of a JVM on a busy machine may take its time.
      params.timeout = params.timeout or 20000
      local connection = websocket.connect(server:url_of(path), params, function(_, _, data)
        if data.event == websocket.EVENT_CONNECTED then
          seen.connected = data
        elseif data.event == websocket.EVENT_MESSAGE then
          table.insert(seen.messages, data.message)
          table.insert(seen.types, data.type)
        elseif data.event == websocket.EVENT_ERROR then
          seen.error = data
        end
      end)
      if act then
        await(connection, "connected")
        act(connection)
      end
      local ended = await(connection, "disconnected")
      seen.code, seen.reason = ended.code, ended.reason
      return seen
    end

    local function sends(...)
      local all = { ... }
      return function(connection)
        for _, each in ipairs(all) do websocket.send(connection, each, { type = TEXT }) end
      end
    end

    describe("answers the handshake by", function()
      it("accept", function()
        server:on("/x"):reject(403):accept():close(4000)
        assert.equal(4000, story("/x").code)
      end)

      it("reject with headers and a body", function()
        server:on("/x"):reject(403, { ["X-Why"] = "secret", ["X-Also"] = "1" }, "go away")
        local seen = story("/x")
        assert.equal("Wrong response status: 403", seen.error.message)
        assert.equal("secret", seen.error.handshake_response.headers["X-Why"])
        assert.equal("go away", seen.error.handshake_response.response)
        assert.equal(1006, seen.code)
      end)

      it("reject with a body alone, or nothing", function()
        server:on("/x"):reject(404, "gone")
        assert.equal("gone", story("/x").error.handshake_response.response)
        server:on("/x"):reject(500)
        assert.equal("", story("/x").error.handshake_response.response)
      end)

      it("header, body and missing", function()
        server:on("/ok"):header("X-Mine", "1"):close(4000)
        server:on("/x"):reject(500):header("X-Mine", "2"):body("part"):missing(10):fin()
        assert.equal("1", story("/ok").connected.handshake_response.headers["X-Mine"])
        local response = story("/x").error.handshake_response
        assert.equal("2", response.headers["X-Mine"])
        assert.equal("part", response.response)
      end)

      it("protocol", function()
        server:on("/x"):protocol("chat"):close(4000)
        local seen = story("/x", { protocol = "chat" })
        assert.equal("chat", seen.connected.handshake_response.headers["Sec-WebSocket-Protocol"])
        assert.matches("Sec%-WebSocket%-Protocol", story("/x").error.message)
      end)

      it("silence", function()
        server:on("/x"):silence()
        assert.equal("Connect sequence timed out", story("/x", { timeout = 50 }).error.message)
      end)

      it("refuse", function()
        server:on("/x"):refuse()
        local seen = story("/x")
        assert.matches("^Failed to open connection: ", seen.error.message)
        assert.equal(1006, seen.code)
      end)

      it("answer_after", function()
        local gate = harness.gate()
        server:on("/x"):answer_after(gate):close(4000)
        local connection = websocket.connect(server:url_of("/x"), { timeout = 20000 })
        eventually(function() return #server:requests() == 1 end)
        gate:open()
        await(connection, "connected")
        assert.equal(4000, await(connection, "disconnected").code)
      end)

      it("raw", function()
        if in_memory then
          assert.has_error(function() server:on("/x"):raw("HTTP/1.1 404 Gone\r\n\r\n") end, "'raw': the in-memory transport has no raw bytes")
        else
          server:on("/x"):raw("HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n")
          assert.equal("Wrong response status: 404", story("/x").error.message)
        end
      end)
    end)

    describe("talks by", function()
      it("expect, send and close", function()
        server:on("/chat"):expect("hi"):send("hello"):close(4001, "bye")
        local seen = story("/chat", nil, sends("hi"))
        assert.same({ "hello" }, seen.messages)
        assert.same({ 4001, "bye" }, { seen.code, seen.reason })
      end)

      it("expect_match and close", function()
        server:on("/chat"):expect_match("^h%a$"):close(4001, "bye")
        assert.equal(4001, story("/chat", nil, sends("hi")).code)
      end)

      it("expect and send of bytes", function()
        server:on("/x"):expect("\0\255", "binary"):expect("", "text"):send("\254\1", "binary"):close()
        local seen = story("/x", nil, function(connection)
          websocket.send(connection, "\0\255")
          websocket.send(connection, "", { type = TEXT })
        end)
        assert.same({ "\254\1" }, seen.messages)
        assert.same({ BINARY }, seen.types)
        assert.equal(1005, seen.code)
      end)

      it("send_raw", function()
        if in_memory then
          assert.has_error(function() server:on("/x"):send_raw("\129\2hi") end, "'send_raw': the in-memory transport has no raw bytes")
        else
          server:on("/x"):send_raw("\129\2hi"):close(4000)
          assert.same({ "hi" }, story("/x").messages)
        end
      end)

      it("ping and pong", function()
        server:on("/x"):ping("are you there"):pong("unasked"):ping():receive():close(4000)
        assert.equal(4000, story("/x", nil, function(connection)
          eventually(function() return #server:received({ frames = true }) == 2 end)
          sends("done")(connection)
        end).code)
        local frames = server:received({ frames = true })
        assert.same({ type = "pong", message = "are you there", path = "/x", connection = 1 }, frames[1])
        assert.equal("", frames[2].message)
      end)

      it("receive and echo", function()
        server:on("/x"):receive(2):send("two"):echo()
        story("/x", nil, function(connection)
          sends("a", "b", "c")(connection)
          assert.equal("two", await(connection, "message").message)
          assert.equal("c", await(connection, "message").message)
          websocket.disconnect(connection)
        end)
      end)

      it("otherwise", function()
        server:otherwise():close(4004, "nobody here")
        server:on("/x"):close(4001)
        assert.equal(4004, story("/any").code)
        assert.equal(4001, story("/x?y=1").code)
      end)
    end)

    describe("waits by", function()
      it("await", function()
        local gate = harness.gate()
        server:on("/x"):await(gate):send("now"):close(4000)
        local seen = story("/x", nil, function(connection)
          gate:open()
          assert.equal("now", await(connection, "message").message)
        end)
        assert.equal(4000, seen.code)
      end)

      it("pause", function()
        server:on("/x"):pause(20):close(4000)
        assert.equal(4000, story("/x").code)
      end)

      it("await_close", function()
        server:on("/x"):await_close():fin()
        local seen = story("/x", nil, function(connection)
          sends("not counted")(connection)
          websocket.disconnect(connection)
        end)
        assert.equal(1000, seen.code)
        eventually(function()
          local last = server:received({ frames = true })[2]
          return last and last.type == "close" and last.code == 1000
        end)
      end)

      it("ignore", function()
        server:on("/x"):ignore()
        story("/x", nil, function(connection)
          sends("into the void")(connection)
          eventually(function() return #server:received() == 1 end)
          server:connection(1):reset()
        end)
      end)

      it("stop_reading", function()
        server:on("/x"):stop_reading()
        story("/x", nil, function(connection)
          sends("into the void")(connection)
          server:connection(1):reset()
        end)
        assert.same({}, server:received())
      end)
    end)

    describe("ends by", function()
      it("fin", function()
        server:on("/x"):send("last"):fin()
        local seen = story("/x")
        assert.same({ "last" }, seen.messages)
        assert.equal(1006, seen.code)
      end)

      it("reset", function()
        server:on("/x"):receive():reset()
        local seen = story("/x", nil, sends("x"))
        assert.matches("^Connection lost: ", seen.error.message)
        assert.equal(1006, seen.code)
      end)

      it("close without a code", function()
        server:on("/x"):close()
        assert.equal(1005, story("/x").code)
      end)

      it("what a test does to a connection in the middle of it", function()
        local seen = story("/echo", nil, function(connection)
          server:connection(1):send("from the test"):send(frame.binary("\0"))
          assert.equal("from the test", await(connection, "message").message)
          assert.equal("\0", await(connection, "message").message)
          server:connection(1):fin()
        end)
        assert.equal(1006, seen.code)
      end)
    end)

    describe("sends the frame", function()
      for name, row in pairs({
        ["with RSV bits"] = { frame.text("x"):rsv(4), 1002 },
        ["that is masked"] = { frame.text("x"):as_masked(), 1002 },
        ["with an unknown opcode"] = { frame.of(3, "x"), 1002 },
        ["with a length of 16 bits that is too long a form"] = { frame.text("x"):length(16), 1002 },
        ["with a length of 64 bits that is too long a form"] = { frame.text("x"):length(64), 1002 },
        ["that continues nothing"] = { frame.continuation("x"), 1002 },
        ["ping in fragments"] = { frame.ping("x"):not_final(), 1002 },
        ["ping of 126 bytes"] = { frame.ping(("x"):rep(126)), 1002 },
        ["with bad UTF-8"] = { frame.text("\255"), 1007 },
        ["close with a code that is none"] = { frame.close(999), 1002 },
        ["close"] = { frame.close(3000, "x"), 3000 },
        ["close of one byte"] = { frame.of(8, "x"), 1002 },
        ["close that is empty"] = { frame.close(), 1005 },
        ["that begins a message in a message"] = { { frame.text("x"):not_final(), frame.text("y") }, 1002 },
      }) do
        it(name, function()
          server:on("/x"):send(row[1])
          assert.equal(row[2], story("/x").code)
        end)
      end

      it("with a length that lies", function()
        server:on("/big"):send(frame.text("abc"):announcing(2 ^ 40))
        local seen = story("/big")
        assert.same({}, seen.messages)
        assert.equal(1009, seen.code)
        if not in_memory then
          server:on("/x"):send(frame.text("abc"):announcing(5)):fin()
          assert.same({}, story("/x").messages)
        end
      end)

      it("in fragments, with a pong between", function()
        local pieces = frame.text("hello"):split(2)
        server:on("/x"):send({ pieces[1], frame.pong("p"), pieces[2] }):send({ frame.binary("a"):not_final(), frame.continuation("b") }):close(4000)
        assert.same({ "hello", "ab" }, story("/x").messages)
      end)

      it("and shows it in texts", function()
        assert.equal('TEXT (not final) (rsv 2) 2 "hi"', tostring(frame.text("hi"):not_final():rsv(2)))
      end)
    end)

    describe("remembers", function()
      it("messages with type, path and number of the connection", function()
        for i = 1, 2 do
          story("/echo?n=" .. i, nil, function(connection)
            websocket.send(connection, "text " .. i, { type = TEXT })
            websocket.send(connection, "\0\255" .. i)
            await(connection, "message")
            await(connection, "message")
            websocket.disconnect(connection)
          end)
        end
        assert.same({
          { type = "text", message = "text 1", path = "/echo?n=1", connection = 1 },
          { type = "binary", message = "\0\2551", path = "/echo?n=1", connection = 1 },
          { type = "text", message = "text 2", path = "/echo?n=2", connection = 2 },
          { type = "binary", message = "\0\2552", path = "/echo?n=2", connection = 2 },
        }, server:received())
      end)

      it("requests with their headers, whatever the case", function()
        server:on("/x"):close(4000)
        story("/x?a=b", { headers = "X-Mine: one\r\nX-Mine: two", protocol = nil })
        local request = server:requests()[1]
        assert.equal("GET /x?a=b HTTP/1.1", request.line)
        assert.equal("/x?a=b", request.path)
        assert.equal(1, request.connection)
        assert.equal("one, two", request.headers["x-mine"])
        assert.equal("one, two", request.headers["X-Mine"])
        assert.is_nil(request.headers.nobody)
      end)

      it("how a client went", function()
        server:on("/x"):close(4000, "why")
        story("/x")
        eventually(function() return #server:received({ frames = true }) >= 1 end)
        local answer = server:received({ frames = true })[1]
        assert.same({ "close", 4000, "why" }, { answer.type, answer.code, answer.reason })
        eventually(function() return server:open_connections() == 0 end)
      end)
    end)

    it("has a url, a port and a text", function()
      assert.equal("ws://127.0.0.1:" .. server.port, server.url)
      assert.equal(server.url .. "/x?y=1", server:url_of("/x?y=1"))
      assert.equal("server " .. server.url, tostring(server))
      assert.equal("what a server does on /x", tostring(server:on("/x")))
    end)

    it("is not the other one", function()
      local other = harness.server()
      other:on("/x"):close(4002)
      server:on("/x"):close(4001)
      assert.equal(4001, story("/x").code)
      server = other
      assert.equal(4002, story("/x").code)
      assert.equal(1, #other:requests())
    end)

    describe("before a request", function()
      if in_memory then
        it("has nothing in memory", function()
          assert.has_error(function() server:on_accept():reset() end, "'on_accept': in memory there is nothing before the request; this needs sockets")
        end)
      else
        it("resets, ends, or sends what nobody asked for", function()
          server:on_accept():reset()
          assert.equal(1006, story("/x").code)
          server:on_accept():fin()
          assert.equal(1006, story("/x").code)
          server:on_accept():send_raw("SMTP ready\r\n\r\n")
          assert.matches("^Failed to parse handshake response: ", story("/x").error.message)
        end)

        it("has no answer", function()
          assert.has_error(function() server:on_accept():reject(403) end, "'reject': before the request is read there is no answer to it")
        end)
      end
    end)
  end)
end

describe("what is wrong about a server", function()
  local server

  before_each(function()
    server = harness.server()
  end)

  local function on() return server:on("/x") end

  for text, call in pairs({
    ["what a server does has no 'rejct'; did you mean 'reject'?"] = function() on():rejct(403) end,
    ["what a server does has no 'explode'; known are accept, answer_after, await, await_close, body, close, echo, expect, expect_match, fin, header, ignore, missing, pause, ping, pong, protocol, raw, receive, refuse, reject, reset, send, send_raw, silence, stop_reading"] = function() on():explode() end,
    ["what a server does has no 'await_clos'; did you mean 'await_close' or 'await'?"] = function() on():await_clos() end,
    ["a server has no 'recieved'; did you mean 'received'?"] = function() server:recieved() end,
    ["a server can not be given a 'url'"] = function() server.url = "x" end,
    ["a frame has no 'mask'; known are announcing, as_masked, length, not_final, rsv, split"] = function() frame.text("x"):mask() end,
    ["there is no frame 'txt'; did you mean 'text'?"] = function() return frame.txt end,
    ["'on' is to be called on a server, with a colon"] = function() server.on("/x") end,
    ["'harness.server' takes one argument at most, got 2"] = function() harness.server({}, 1) end,
    ["bad argument #1 to 'on' (string expected, got no value)"] = function() server:on() end,
    ["bad argument #1 to 'on' (a path that begins with / expected, got 'x')"] = function() server:on("x") end,
    ["bad argument #1 to 'url_of' (a path that begins with / expected, got '')"] = function() server:url_of("") end,
    ["bad argument #1 to 'received' (there is no option 'frame'; did you mean 'frames'?)"] = function() server:received({ frame = true }) end,
    ["bad argument #1 to 'received' (table expected, got boolean)"] = function() server:received(true) end,
    ["bad argument #1 to 'connection' (there is no connection 1 yet, but 0)"] = function() server:connection(1) end,
    ["bad argument #1 to 'reject' (a whole number from 100 to 999 expected, got 1)"] = function() on():reject(1) end,
    ["bad argument #1 to 'reject' (number expected, got nil)"] = function() on():reject(nil) end,
    ["bad argument #2 to 'header' (string expected, got no value)"] = function() on():header("X") end,
    ["'body': only an answer that is no raw bytes and no silence has this"] = function() on():body("x") end,
    ["bad argument #1 to 'send' (string, frame or list of frames expected, got boolean)"] = function() on():send(true) end,
    ["bad argument #1 to 'send' (frame expected at 2 of the list, got string)"] = function() on():send({ frame.text("x"), "y" }) end,
    ["bad argument #2 to 'expect' (\"text\" or \"binary\" expected, got \"bytes\")"] = function() on():expect("x", "bytes") end,
    ["bad argument #1 to 'receive' (a whole number from 1 to 2147483647 expected, got 0.5)"] = function() on():receive(0.5) end,
    ["bad argument #1 to 'pause' (milliseconds expected, got -1)"] = function() on():pause(-1) end,
    ["bad argument #1 to 'await' (gate of harness.gate() expected, got number)"] = function() on():await(1) end,
    ["bad argument #1 to 'close' (a whole number from 0 to 65535 expected, got 70000)"] = function() on():close(70000) end,
    ["'fin' takes no arguments at most, got 1"] = function() on():fin(1) end,
    ["'ping' takes one argument at most, got 2"] = function() on():ping("x", 1) end,
    ["bad argument #1 to 'rsv' (a whole number from 0 to 7 expected, got 8)"] = function() frame.text("x"):rsv(8) end,
    ["bad argument #1 to 'length' (16 or 64 bits expected)"] = function() frame.text("x"):length(32) end,
    ["bad argument #1 to 'of' (a whole number from 0 to 15 expected, got 16)"] = function() frame.of(16) end,
  }) do
    it("is an error in its line: " .. text, function()
      local line = debug.getinfo(call, "S").linedefined
      local _, message = pcall(call)
      assert.equal(text, (message:gsub("^.-:%d+: ", "")))
      assert.matches("server_spec.lua:" .. line .. ": ", message, 1, true)
    end)
  end
end)
