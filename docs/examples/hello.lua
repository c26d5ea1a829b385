local function websocket_callback(self, conn, data)
  if data.event == websocket.EVENT_CONNECTED then
    websocket.send(conn, "Hello from the other side")
  end
end
function init(self)
  self.url = "ws://echo.websocket.org"
  self.connection = websocket.connect(self.url, {}, websocket_callback)
end
