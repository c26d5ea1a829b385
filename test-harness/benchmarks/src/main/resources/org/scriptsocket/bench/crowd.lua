-- An instance that does nothing until it is told to play ping-pong on some connections.
local message = string.rep("x", 32)
local options = { type = websocket.DATA_TYPE_BINARY }

local function echo(self, conn, data)
  if data.event == websocket.EVENT_MESSAGE or data.event == websocket.EVENT_CONNECTED then
    websocket.send(conn, message, options)
  elseif data.event == websocket.EVENT_ERROR then
    error(data.message)
  end
end

function begin(self, connections)
  for i = 1, connections do
    websocket.connect(URL, { timeout = 60000 }, echo)
  end
end
