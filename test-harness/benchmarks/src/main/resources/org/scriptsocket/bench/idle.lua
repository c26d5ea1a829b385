-- Opens CONNECTIONS, 64 dials at a time.
local begun, count = 0, 0

function counted()
  return count
end

local function open()
  if begun == CONNECTIONS then return end
  begun = begun + 1
  websocket.connect(URL, { timeout = 60000 }, function(self, conn, data)
    if data.event == websocket.EVENT_CONNECTED then
      count = count + 1
      open()
    elseif data.event == websocket.EVENT_ERROR then
      error(data.message)
    end
  end)
end

function init(self)
  for i = 1, 64 do open() end
end
