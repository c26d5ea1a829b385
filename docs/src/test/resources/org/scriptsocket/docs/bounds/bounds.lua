-- Counted, and looked at from outside. progress changes as long as there is any.
progress, received, wrong, echoes, sent, raised = 0, 0, 0, 0, 0, 0

local LENGTH, SHIFTS, SHOWN = 65536, 4093, 300
local NAMES = { [0] = "CONNECTED", "DISCONNECTED", "MESSAGE", "ERROR" }

-- As Octets.java makes them.
local function whole()
  local x, octets = 1, {}
  for i = 1, LENGTH + SHIFTS do
    x = x * 16807 % 2147483647
    octets[i] = string.char(x % 256)
  end
  return table.concat(octets)
end

local function message(n)
  WHOLE = WHOLE or whole()
  local from = n % SHIFTS
  return WHOLE:sub(from + 1, from + LENGTH)
end

local function is(data, name) return data.event == websocket["EVENT_" .. name] end

local function show(data)
  local text = #data.message > SHOWN and #data.message .. " octets" or "'" .. data.message .. "'"
  local line = NAMES[data.event] .. " " .. text
  local refusal = data.handshake_response
  if refusal and data.event == websocket.EVENT_ERROR then line = line .. " with " .. #refusal.response .. " octets" end
  if data.code then line = line .. " " .. data.code .. " '" .. data.reason .. "'" end
  log(line)
end

-- Connects, and logs every event; on[NAME](self, conn, data) instead, where there is one.
local function connect(self, url, params, on)
  params.timeout = params.timeout or 20000
  return websocket.connect(url, params, function(me, conn, data)
    progress = progress + 1
    local handler = on and on[NAMES[data.event]]
    if handler then handler(me, conn, data) else show(data) end
  end)
end

-- Logs all events of a connection.
function talk(self, url, headers, protocol)
  self.conn = connect(self, url, { headers = headers, protocol = protocol })
end

function leave(self) websocket.disconnect(self.conn) end

-- Checks that the messages are those of Octets.java, in order.
function take(self, url)
  local n = 0
  connect(self, url, {}, { MESSAGE = function(me, conn, data)
    if data.message ~= message(n) then wrong = wrong + 1 end
    n, received = n + 1, received + 1
  end })
end

-- Twenty messages there and back.
function echo(self, url)
  local left = 20
  connect(self, url, {}, {
    CONNECTED = function(me, conn) websocket.send(conn, "x") end,
    MESSAGE = function(me, conn)
      echoes, left = echoes + 1, left - 1
      if left > 0 then websocket.send(conn, "x") else websocket.disconnect(conn) end
    end,
    DISCONNECTED = function() end,
  })
end

-- Sends so many messages, each when there is room for it: a number, and those of Octets.java.
function pour(self, url, count)
  connect(self, url, {}, {
    CONNECTED = function(me, conn) me.pouring, me.left = conn, count end,
    ERROR = function(me, conn, data) me.pouring = nil show(data) end,
  })
end

function update(self)
  while self.pouring and self.left > 0 do
    local ok, why = pcall(websocket.send, self.pouring, string.format("%08d", sent) .. message(sent))
    if not ok then
      raised, full = raised + 1, why
      return
    end
    sent, self.left, progress = sent + 1, self.left - 1, progress + 1
  end
end

-- For attempts to send: connections by number, in the order in which they opened.
local open = {}

function join(self, url)
  connect(self, url, {}, { CONNECTED = function(me, conn) open[#open + 1] = conn log("open " .. #open) end })
end

local function plain(why) return (why:gsub("^bounds%.lua:%d+: ", "")) end

-- Sends so many octets, and logs how that went; before, if given, are unsent already.
function try(self, number, octets, before)
  local text = ("x"):rep(octets)
  local ok, why = pcall(function() websocket.send(open[number], text) end)
  if not ok then
    log((plain(why):gsub("full: " .. tostring(before) .. " bytes", "full: UNSENT bytes")))
  else
    log(before and "full at " .. before + octets or "sent " .. octets .. " octets")
  end
end

-- Sends until there is no room.
function fill(self, number)
  local text, ok = ("x"):rep(65536)
  repeat ok = pcall(websocket.send, open[number], text) until not ok
end
