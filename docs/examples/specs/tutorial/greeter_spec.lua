local greeter = require("greeter")

describe("the greeter", function()
  local server, lines

  before_each(function()
    server = harness.server()
    lines = {}
  end)

  local function note(line)
    table.insert(lines, line)
  end

  it("says who it is, and passes on what is said", function()
    server:on("/room"):expect("join Ann"):send("welcome Ann"):close(4001, "closing time")

    local connection = greeter.join(server.url, "Ann", note)

    await(connection, "disconnected")
    assert.are.same({ "welcome Ann", "gone: 4001 closing time" }, lines)
  end)

  it("says so when the room is full", function()
    server:on("/room"):reject(503, "full")

    local connection = greeter.join(server.url, "Ann", note)

    await(connection, "disconnected")
    assert.are.same({ "error: Wrong response status: 503", "gone: 1006 " }, lines)
  end)

  it("notices that the server is gone", function()
    server:on("/room"):receive():reset()

    local connection = greeter.join(server.url, "Ann", note)

    await(connection, "disconnected")
    assert.matches("^error: Connection lost", lines[1])
  end)

  it("passes on a line that comes later", function()
    local gate = harness.gate()
    server:on("/room"):receive():await(gate):send("at last")
    local connection = greeter.join(server.url, "Ann", note)
    await(connection, "connected")

    gate:open()

    eventually(function() assert.equal("at last", lines[1]) end)
    websocket.disconnect(connection)
  end)

  describe("when nobody answers", function()
    harness.virtual_time()

    it("gives up after twenty seconds, which take no time", function()
      server:on("/room"):silence()

      local connection = greeter.join(server.url, "Ann", note)
      harness.advance(19999)
      assert.are.same({}, lines)
      harness.advance(1)

      await(connection, "disconnected")
      assert.are.same({ "error: Connect sequence timed out", "gone: 1006 " }, lines)
    end)
  end)
end)
