function init(self)
  websocket.connect(URL, nil, function(self, conn, data)
    if data.event == websocket.EVENT_CONNECTED then
      websocket.send(conn, "Hello from the other side")
    end
  end)
end
