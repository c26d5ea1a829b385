-- Connects to URL, sends a text and some bytes, prints what comes back, and disconnects.
--
--   ./scriptsocket run docs/examples/echo.lua
--   ./scriptsocket run --set URL=ws://localhost:8080/echo docs/examples/echo.lua

local expected = 2

local function websocket_callback(self, conn, data)
  if data.event == websocket.EVENT_CONNECTED then
    log("Connected: " .. tostring(conn))
    websocket.send(conn, "Hello from Lua", { type = websocket.DATA_TYPE_TEXT })
    websocket.send(conn, string.char(0, 127, 128, 255))
  elseif data.event == websocket.EVENT_MESSAGE then
    if data.type == websocket.DATA_TYPE_TEXT then
      log("Text: " .. data.message)
    else
      log("Binary: " .. table.concat({ data.message:byte(1, -1) }, " "))
    end
    expected = expected - 1
    if expected == 0 then websocket.disconnect(conn) end
  elseif data.event == websocket.EVENT_ERROR then
    log("Error: " .. data.message)
  elseif data.event == websocket.EVENT_DISCONNECTED then
    log("Disconnected: " .. data.code)
  end
end

function init(self)
  self.connection = websocket.connect(URL, {}, websocket_callback)
end
