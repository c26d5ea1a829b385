describe("an echo", function()
  local server, connection

  before_each(function()
    server = harness.server()
    connection = websocket.connect(server.url)
    await(connection, "connected")
  end)

  after_each(function()
    websocket.disconnect(connection)
  end)

  it("comes back as it was sent", function()
    websocket.send(connection, "hello", { type = websocket.DATA_TYPE_TEXT })
    local event = await(connection, "message", 1000)
    assert(event.message == "hello")
    assert(event.type == websocket.DATA_TYPE_TEXT)
  end)

  it("keeps the order of many messages", function()
    for i = 1, 100 do
      websocket.send(connection, "message " .. i)
    end
    for i = 1, 100 do
      assert(await(connection, "message").message == "message " .. i)
    end
  end)

  pending("shows pings", "the api has none")
end)
