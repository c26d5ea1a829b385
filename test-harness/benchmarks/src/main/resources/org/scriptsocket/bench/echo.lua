-- Does a workload: CONNECTIONS at a time, messages of BYTES, WINDOW of them under way; WINDOW 0 opens, echoes once and closes, over and over.
local message = string.rep("x", BYTES)
local options = { type = websocket.DATA_TYPE_BINARY }
local count = 0

function counted()
  return count
end

local function stay(self, conn, data)
  if data.event == websocket.EVENT_MESSAGE then
    count = count + 1
    websocket.send(conn, message, options)
  elseif data.event == websocket.EVENT_CONNECTED then
    for i = 1, WINDOW do
      websocket.send(conn, message, options)
    end
  elseif data.event == websocket.EVENT_ERROR then
    error(data.message)
  end
end

local function once(self, conn, data)
  if data.event == websocket.EVENT_CONNECTED then
    websocket.send(conn, message, options)
  elseif data.event == websocket.EVENT_MESSAGE then
    websocket.disconnect(conn)
  elseif data.event == websocket.EVENT_DISCONNECTED then
    count = count + 1
    websocket.connect(URL, { timeout = 60000 }, once)
  elseif data.event == websocket.EVENT_ERROR then
    error(data.message)
  end
end

function init(self)
  for i = 1, CONNECTIONS do
    websocket.connect(URL, { timeout = 60000 }, WINDOW == 0 and once or stay)
  end
end
