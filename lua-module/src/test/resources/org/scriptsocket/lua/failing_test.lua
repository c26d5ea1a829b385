function test_error()
  error("wrong at once")
end

function test_error_in_a_callback(done)
  websocket.connect(URL, nil, function(self, conn, data)
    error("wrong later")
  end)
end

function test_never_done(self, done)
end

function test_done_with_a_reason(self, done)
  done("not as it should be")
end
