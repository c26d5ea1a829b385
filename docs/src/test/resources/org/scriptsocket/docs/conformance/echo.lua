local SHOWN = 64

local function hex(octets)
  return (octets:gsub(".", function(octet) return string.format("%02x", octet:byte()) end))
end

local function show(octets)
  if #octets > SHOWN then return #octets .. " octets" end
  return octets:find("^[ -~]*$") and '"' .. octets .. '"' or hex(octets)
end

local LINES = {
  [websocket.EVENT_CONNECTED] = function() return "CONNECTED" end,
  [websocket.EVENT_MESSAGE] = function(data)
    return (data.type == websocket.DATA_TYPE_TEXT and "TEXT " or "BINARY ") .. show(data.message)
  end,
  [websocket.EVENT_ERROR] = function(data) return "ERROR " .. data.message end,
  [websocket.EVENT_DISCONNECTED] = function(data)
    return "DISCONNECTED " .. data.code .. " " .. show(data.reason) .. " " .. show(data.message)
  end,
}

-- Sends every message back as what it came, and records every event as one line.
function talk(self, url)
  websocket.connect(url, { timeout = 20000 }, function(self, conn, data)
    record(LINES[data.event](data))
    if data.event == websocket.EVENT_MESSAGE then websocket.send(conn, data.message, { type = data.type }) end
  end)
end
