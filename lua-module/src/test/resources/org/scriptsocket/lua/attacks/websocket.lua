--- params whose index never answers => instructions
websocket.connect("ws://93.184.216.34/", setmetatable({}, {__index = function() while true do end end}), print)
--- params whose index raises => error: no params
websocket.connect("ws://93.184.216.34/", setmetatable({}, {__index = function() error("no params") end}), print)
--- params whose index gives what is no parameter => error: bad argument #2
websocket.connect("ws://93.184.216.34/", setmetatable({}, {__index = function() return {} end}), print)
--- params whose index yields => fine
local co = coroutine.create(function()
  websocket.connect("ws://93.184.216.34/", setmetatable({}, {__index = coroutine.yield}), print)
end)
coroutine.resume(co)
coroutine.resume(co, 1)
--- params whose index connects => error|fine
local t = setmetatable({}, {})
getmetatable(t).__index = function() websocket.connect("ws://93.184.216.34/", t, print) end
websocket.connect("ws://93.184.216.34/", t, print)
--- options whose index never answers => instructions
local c = websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
  websocket.send(c, "x", setmetatable({}, {__index = function() while true do end end}))
end)
--- a callback that never ends => instructions
websocket.connect("ws://93.184.216.34/", nil, function() while true do end end)
--- a callback that never ends, caught => instructions
websocket.connect("ws://93.184.216.34/", nil, function() while true do pcall(function() while true do end end) end end)
--- a callback that is a function of the library => error|fine
websocket.connect("ws://93.184.216.34/", nil, error)
websocket.connect("ws://93.184.216.34/", nil, print)
websocket.connect("ws://93.184.216.34/", nil, coroutine.yield)
websocket.connect("ws://93.184.216.34/", nil, setmetatable)
--- a callback that is a coroutine => error|fine
websocket.connect("ws://93.184.216.34/", nil, coroutine.wrap(function() while true do coroutine.yield() end end))
--- a callback that can be called, but is a table => error: bad argument #3
websocket.connect("ws://93.184.216.34/", nil, setmetatable({}, {__call = print}))
--- connects in a loop => instructions|time|memory
while true do websocket.connect("ws://93.184.216.34/", nil, print) end
--- connects with a url that is wrong, in a loop => instructions|time|memory
while true do websocket.connect("", nil, function() end) end
--- connects in callbacks => fine
local function again(self, c, data)
  if data.event == websocket.EVENT_DISCONNECTED then websocket.connect("ws://93.184.216.34/", nil, again) end
  websocket.disconnect(c)
end
websocket.connect("ws://93.184.216.34/", nil, again)
--- connects that multiply => instructions
local function two(self, c, data)
  if data.event == websocket.EVENT_DISCONNECTED then
    websocket.connect("ws://93.184.216.34/", nil, two)
    websocket.connect("ws://93.184.216.34/", nil, two)
  else
    websocket.disconnect(c)
  end
end
websocket.connect("ws://93.184.216.34/", nil, two)
--- sends in a loop => error: unsent|error: host-buffers
websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
  if data.event == websocket.EVENT_CONNECTED then
    local s = ("x"):rep(1e5)
    while true do websocket.send(c, s) end
  end
end)
--- sends in a loop, caught => instructions|time
websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
  if data.event == websocket.EVENT_CONNECTED then
    local s = ("x"):rep(1e6)
    while true do pcall(websocket.send, c, s, {type = websocket.DATA_TYPE_TEXT}) end
  end
end)
--- sends of nothing in a loop => error: host-buffers|instructions|time
websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
  if data.event == websocket.EVENT_CONNECTED then while true do websocket.send(c, "") end end
end)
--- a message that is too long => error: message-out
websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
  if data.event == websocket.EVENT_CONNECTED then websocket.send(c, ("x"):rep(4e6)) end
end)
--- a message that comes back twice for each one => fine|error
websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
  if data.event == websocket.EVENT_CONNECTED then websocket.send(c, "x") end
  if data.event == websocket.EVENT_MESSAGE then websocket.send(c, data.message) websocket.send(c, data.message) end
end)
--- disconnects in a loop => instructions|time
websocket.connect("ws://93.184.216.34/", nil, function(self, c) while true do websocket.disconnect(c) end end)
--- disconnects in each event => fine
websocket.connect("ws://93.184.216.34/", nil, function(self, c) websocket.disconnect(c) websocket.disconnect(c) end)
--- a connection that is misused => fine
local c = websocket.connect("ws://93.184.216.34/", nil, print)
assert(type(c) == "userdata")
assert(not pcall(setmetatable, c, {}))
assert(not pcall(function() c.x = 1 end))
assert(not pcall(rawset, c, 1, 1))
assert(not pcall(pairs, c))
assert(not pcall(function() return c + 1 end))
assert(not pcall(function() return c() end))
assert(not pcall(function() return #c end))
pcall(newproxy, c)
pcall(setfenv, c, {})
local mt = getmetatable(c)
if type(mt) == "table" then for k in pairs(mt) do mt[k] = error end end
assert(tostring(c):find("websocket"))
pcall(websocket.send, c, "x")
websocket.disconnect(c)
--- a connection that is none => fine
for _, c in ipairs {1, "x", {}, print, newproxy(), newproxy(true), coroutine.create(print), true} do
  assert(not pcall(websocket.send, c, "x"))
  assert(not pcall(websocket.disconnect, c))
end
--- numbers of connections begin with 1 => fine
assert(tostring(websocket.connect("ws://93.184.216.34/", nil, print)):find("^websocket: 1 "))
--- a url that is long => fine|time|instructions
websocket.connect("ws://93.184.216.34/" .. ("x"):rep(3e6), nil, print)
websocket.connect(("x"):rep(3e6), nil, print)
websocket.connect("ws://" .. ("a."):rep(15e5), nil, print)
websocket.connect("ws://[" .. (":"):rep(3e6) .. "]", nil, print)
websocket.connect("ws://93.184.216.34:" .. ("9"):rep(3e6), nil, print)
--- headers that are long => error|fine|instructions
local all = {}
for i = 1, 1e5 do all[i] = "X-" .. i .. ": " .. i end
websocket.connect("ws://93.184.216.34/", {headers = table.concat(all, "\r\n")}, print)
--- a protocol that is long => error|fine|instructions
websocket.connect("ws://93.184.216.34/", {protocol = ("x"):rep(7e6)}, print)
--- addresses that are not public => fine
for _, host in ipairs {"127.0.0.1", "10.0.0.1", "[::1]", "169.254.169.254", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"} do
  websocket.connect("ws://" .. host .. "/", nil, function(self, c, data) assert(data.event ~= websocket.EVENT_CONNECTED) end)
end
--- tables of events that are changed => fine
websocket.connect("ws://93.184.216.34/", nil, function(self, c, data)
  if data.event == websocket.EVENT_CONNECTED then
    local mt = getmetatable(data.handshake_response.headers)
    if type(mt) == "table" then for k in pairs(mt) do mt[k] = error end mt.__index = error end
    for k in pairs(data) do data[k] = nil end
  end
end)
--- the module that is changed => fine
for k in pairs(websocket) do websocket[k] = nil end
setmetatable(websocket, {__index = error})
--- final that connects => error: closing
function final() websocket.connect("ws://93.184.216.34/", nil, print) end
