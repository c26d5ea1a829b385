function init(self)
  self.messages = {}
end

-- Over when it returns.
function test_the_url_is_the_server_s(self)
  assert(URL:match("^ws://127%.0%.0%.1"), URL)
  assert(#self.messages == 0, "each test has an instance of its own")
end

function test_without_self()
  assert(type(log) == "function")
end

-- Over when done is called.
function test_echo(self, done)
  websocket.connect(URL, nil, function(self, conn, data)
    if data.event == websocket.EVENT_CONNECTED then
      websocket.send(conn, "hello")
    elseif data.event == websocket.EVENT_MESSAGE then
      assert(data.message == "hello", data.message)
      done()
    end
  end)
end

function test_close(done)
  websocket.connect(URL .. "/bye", nil, function(self, conn, data)
    if data.event == websocket.EVENT_DISCONNECTED then
      assert(data.code == 4001, data.code)
      done()
    end
  end)
end

function test_a_connection_may_be_left_open()
  websocket.connect(URL, nil, function() end)
end
