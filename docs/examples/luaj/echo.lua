-- Says hello to an echo server, as text and as bytes, and goes when both have come back.
local function on_event(self, conn, data)
  if data.event == websocket.EVENT_CONNECTED then
    log("Connected: " .. tostring(conn))
    websocket.send(conn, "grüße 😀", { type = websocket.DATA_TYPE_TEXT })
    websocket.send(conn, string.char(0, 127, 128, 255), { type = websocket.DATA_TYPE_BINARY })
  elseif data.event == websocket.EVENT_MESSAGE and data.type == websocket.DATA_TYPE_TEXT then
    log("Text: " .. data.message)
  elseif data.event == websocket.EVENT_MESSAGE then
    log("Binary: " .. table.concat({ data.message:byte(1, -1) }, " "))
    websocket.disconnect(conn)
  elseif data.event == websocket.EVENT_ERROR then
    log("Error: " .. data.message)
  elseif data.event == websocket.EVENT_DISCONNECTED then
    log("Disconnected: " .. data.code)
  end
end

function init(self)
  self.connection = websocket.connect(URL, { timeout = 20000 }, on_event)
end
