-- The script of docs/guide-testing.md.

function test_numbers_add_up()
  assert(1 + 1 == 2)
end

function test_an_echo_comes_back(done)
  websocket.connect(URL, {}, function(self, conn, data)
    if data.event == websocket.EVENT_CONNECTED then
      websocket.send(conn, "hello", { type = websocket.DATA_TYPE_TEXT })
    elseif data.event == websocket.EVENT_MESSAGE then
      assert(data.message == "hello")
      websocket.disconnect(conn)
    elseif data.event == websocket.EVENT_DISCONNECTED then
      assert(data.code == 1000)
      done()
    end
  end)
end

function test_a_refusal_has_a_status(done)
  websocket.connect(URL .. "/secret", {}, function(self, conn, data)
    if data.event == websocket.EVENT_ERROR then
      assert(data.handshake_response.status == 403)
      assert(data.handshake_response.headers["x-why"] == "secret")
      done()
    end
  end)
end
