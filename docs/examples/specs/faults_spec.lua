-- The cookbook of faults, docs/cookbook-faults.md: what a server can do to a script, a test each.

local frame = harness.frame

-- Connects, and gives all events until the end by their names.
local function play(url, params, act)
  local seen = {}
  local connection = websocket.connect(url, params or { timeout = 20000 })
  if act then
    seen.connected = await(connection, "connected")
    act(connection)
  end
  repeat
    local data = await(connection)
    local name = ({ [0] = "connected", "disconnected", "message", "error" })[data.event]
    seen[name] = data
  until name == "disconnected"
  return seen
end

local function text(message)
  return function(connection)
    websocket.send(connection, message, { type = websocket.DATA_TYPE_TEXT })
  end
end

describe("the handshake", function()
  harness.virtual_time()
  local server

  before_each(function()
    server = harness.server()
  end)

  it("is refused with a status, headers and a body", function()
    server:on("/secret"):reject(403, { ["X-Why"] = "secret" }, "go away")
    local response = play(server:url_of("/secret")).error.handshake_response
    assert.equal(403, response.status)
    assert.equal("secret", response.headers["X-Why"])
    assert.equal("go away", response.response)
  end)

  it("is refused with parts said one by one", function()
    server:on("/busy"):reject(503):header("Retry-After", "30"):body("later")
    local response = play(server:url_of("/busy")).error.handshake_response
    assert.equal("30", response.headers["Retry-After"])
    assert.equal("later", response.response)
  end)

  it("is refused, and the body breaks off", function()
    server:on("/cut"):reject(500):body("half of"):missing(100):fin()
    assert.equal("half of", play(server:url_of("/cut")).error.handshake_response.response)
  end)

  it("is never answered", function()
    server:on("/dead"):silence()
    assert.equal("Connect sequence timed out", play(server:url_of("/dead"), { timeout = 3000 }).error.message)
  end)

  it("ends in a reset", function()
    server:on("/off"):refuse()
    assert.matches("^Failed to open connection: ", play(server:url_of("/off")).error.message)
  end)

  it("is answered late", function()
    local gate = harness.gate()
    server:on("/slow"):answer_after(gate):close(1000)
    local connection = websocket.connect(server:url_of("/slow"), { timeout = 3000 })
    sleep(2999)
    gate:open()
    await(connection, "connected")
    await(connection, "disconnected")
  end)

  it("has a header that is wrong", function()
    server:on("/odd"):header("Upgrade", "h2c")
    assert.matches("^Failed verifying handshake headers: ", play(server:url_of("/odd")).error.message)
  end)

  it("chooses a protocol", function()
    server:on("/chat"):protocol("chat.v2"):close(1000)
    local params = { protocol = "chat.v1, chat.v2" }
    local connected = play(server:url_of("/chat"), params).connected
    assert.equal("chat.v2", connected.handshake_response.headers["Sec-WebSocket-Protocol"])
  end)

  it("chooses a protocol that nobody has offered", function()
    server:on("/chat"):protocol("chess")
    assert.matches("Sec%-WebSocket%-Protocol", play(server:url_of("/chat")).error.message)
  end)
end)

describe("the end", function()
  harness.virtual_time()
  local server

  before_each(function()
    server = harness.server()
  end)

  it("is a Close with code and reason, as soon as the connection is open", function()
    server:on("/full"):accept():close(4001, "the room is full")
    local ended = play(server:url_of("/full")).disconnected
    assert.same({ 4001, "the room is full" }, { ended.code, ended.reason })
  end)

  it("is a Close without a code", function()
    server:on("/bye"):close()
    assert.equal(1005, play(server:url_of("/bye")).disconnected.code)
  end)

  it("comes without a Close", function()
    server:on("/fin"):send("last words"):fin()
    local seen = play(server:url_of("/fin"))
    assert.equal("last words", seen.message.message)
    assert.matches("^Connection lost: ", seen.error.message)
    assert.equal(1006, seen.disconnected.code)
  end)

  it("is a reset after the first message", function()
    server:on("/rude"):receive(1):reset()
    assert.equal(1006, play(server:url_of("/rude"), nil, text("hello")).disconnected.code)
  end)

  it("comes when the test says so", function()
    local seen = play(server.url, nil, function()
      server:connection(1):send("one moment"):fin()
    end)
    assert.equal("one moment", seen.message.message)
    assert.equal(1006, seen.disconnected.code)
  end)

  it("is the client's, and the server does not answer its Close", function()
    server:on("/deaf"):await_close():ignore()
    local ended = play(server:url_of("/deaf"), nil, websocket.disconnect).disconnected
    assert.equal(1000, ended.code)
  end)
end)

describe("the conversation", function()
  harness.virtual_time()
  local server

  before_each(function()
    server = harness.server()
  end)

  it("is held as it was planned", function()
    server:on("/chat"):expect("hi"):send("hello"):close(4001, "bye")
    local seen = play(server:url_of("/chat"), nil, text("hi"))
    assert.equal("hello", seen.message.message)
    assert.same({ { type = "text", message = "hi", path = "/chat", connection = 1 } }, server:received())
  end)

  it("is an echo after the first message", function()
    server:on("/late-echo"):receive(1):echo()
    play(server:url_of("/late-echo"), nil, function(connection)
      text("lost")(connection)
      text("back")(connection)
      assert.equal("back", await(connection, "message").message)
      websocket.disconnect(connection)
    end)
  end)

  it("pauses", function()
    server:on("/slow"):pause(5000):send("at last"):close(1000)
    assert.equal("at last", play(server:url_of("/slow")).message.message)
  end)

  it("waits for the test", function()
    local gate = harness.gate()
    server:on("/turn"):await(gate):send("your turn"):close(1000)
    local seen = play(server:url_of("/turn"), nil, function()
      sleep(1000)
      gate:open()
    end)
    assert.equal("your turn", seen.message.message)
  end)

  it("goes to a server that reads and does nothing", function()
    server:on("/void"):ignore()
    play(server:url_of("/void"), nil, function(connection)
      text("anybody there?")(connection)
      sleep(10000)
      server:connection(1):reset()
    end)
    assert.equal(1, #server:received())
  end)

  it("goes to a server that does not even read", function()
    server:on("/stuck"):stop_reading()
    play(server:url_of("/stuck"), nil, function(connection)
      text("anybody there?")(connection)
      sleep(1000)
      server:connection(1):reset()
    end)
    assert.equal(0, #server:received())
  end)

  it("has pings, which are answered, and pongs, which are not", function()
    server:on("/ping"):ping("are you there"):pong("nobody asked"):receive(1):close(1000)
    play(server:url_of("/ping"), nil, function(connection)
      eventually(function() return #server:received({ frames = true }) == 1 end)
      text("yes")(connection)
    end)
    assert.equal("are you there", server:received({ frames = true })[1].message)
  end)

  it("ends for every path that nothing was said about", function()
    server:otherwise():close(4004)
    server:on("/known"):close(1000)
    assert.equal(4004, play(server:url_of("/unknown")).disconnected.code)
  end)
end)

describe("a frame", function()
  harness.virtual_time()
  local server

  before_each(function()
    server = harness.server()
  end)

  local function code_after(frames)
    server:on("/frame"):send(frames)
    return play(server:url_of("/frame")).disconnected.code
  end

  it("has reserved bits set", function()
    assert.equal(1002, code_after(frame.text("x"):rsv(4)))
  end)

  it("is masked, as only a client's may be", function()
    assert.equal(1002, code_after(frame.text("x"):as_masked()))
  end)

  it("has an opcode that nobody knows", function()
    assert.equal(1002, code_after(frame.of(3, "x")))
  end)

  it("writes its length in more bits than it needs", function()
    assert.equal(1002, code_after(frame.binary("x"):length(16)))
    assert.equal(1002, code_after(frame.binary("x"):length(64)))
  end)

  it("announces more than any client should take", function()
    assert.equal(1009, code_after(frame.binary("x"):announcing(2 ^ 40)))
  end)

  it("continues nothing", function()
    assert.equal(1002, code_after(frame.continuation("x")))
  end)

  it("begins a message inside another", function()
    assert.equal(1002, code_after({ frame.text("one"):not_final(), frame.text("two") }))
  end)

  it("is one of many that make a message, with a ping between them", function()
    local pieces = frame.text("hello"):split(2)
    server:on("/pieces"):send({ pieces[1], frame.ping("p"), pieces[2] }):close(1000)
    assert.equal("hello", play(server:url_of("/pieces")).message.message)
  end)

  it("is text that is no UTF-8", function()
    assert.equal(1007, code_after(frame.text("\255")))
  end)

  it("is a pong in fragments", function()
    assert.equal(1002, code_after(frame.pong("x"):not_final()))
  end)

  it("is a Close with a code that is none", function()
    assert.equal(1002, code_after(frame.close(999, "what?")))
  end)
end)

describe("over sockets", function()
  local server

  before_each(function()
    server = harness.server()
  end)

  it("the answer is no HTTP", function()
    server:on("/raw"):raw("SSH-2.0-OpenSSH_9.6\r\n\r\n")
    assert.matches("^Failed to parse handshake response: ", play(server:url_of("/raw")).error.message)
  end)

  it("frames are written byte by byte", function()
    server:on("/bytes"):send_raw("\129\5hel"):pause(10):send_raw("lo"):close(1000)
    assert.equal("hello", play(server:url_of("/bytes")).message.message)
  end)

  it("the server hangs up before it reads the request", function()
    server:on_accept():reset()
    assert.equal(1006, play(server.url).disconnected.code)
  end)
end)
