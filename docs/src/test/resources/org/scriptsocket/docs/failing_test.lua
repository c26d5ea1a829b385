function test_fails_at_once()
  error("as it should")
end

function test_fails_in_a_callback(done)
  websocket.connect(URL, {}, function(self, conn, data)
    error("in " .. data.event)
  end)
end

function test_says_so(done)
  done("no luck")
end

function test_passes()
end
