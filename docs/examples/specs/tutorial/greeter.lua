local greeter = {}

-- Joins a room, and tells `on_line` what is said in it and how it ends.
function greeter.join(url, name, on_line)
  return websocket.connect(url .. "/room", { timeout = 20000 }, function(self, conn, data)
    if data.event == websocket.EVENT_CONNECTED then
      websocket.send(conn, "join " .. name, { type = websocket.DATA_TYPE_TEXT })
    elseif data.event == websocket.EVENT_MESSAGE then
      on_line(data.message)
    elseif data.event == websocket.EVENT_ERROR then
      on_line("error: " .. data.message)
    else
      on_line("gone: " .. data.code .. " " .. data.reason)
    end
  end)
end

return greeter
