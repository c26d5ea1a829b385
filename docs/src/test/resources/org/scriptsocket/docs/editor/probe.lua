-- Finds out what the module `websocket` really is: each fact is a key of `facts`.
facts = {}

local function fact(...)
  facts[table.concat({ ... }, " ")] = true
end

local function ignore() end

-- A table that remembers in `touched` which of its fields are read.
local function spy(touched)
  return setmetatable({}, { __index = function(_, key) touched[key] = true end })
end

-- How many arguments a function looks at: it complains of a table in the place of any, or reads from it.
local function arity(name, ...)
  local count, base = 0, { ... }
  for i = 1, 8 do
    local args, touched = {}, {}
    for j = 1, 8 do args[j] = base[j] end
    args[i] = spy(touched)
    local ok = pcall(websocket[name], unpack(args, 1, 8))
    if not ok or next(touched) then count = i end
  end
  fact("function", name, count)
end

-- The fields that a function reads of a table, and the types that it asks for.
local function fields(table_name, call, types)
  local touched = {}
  call(spy(touched))
  for key in pairs(touched) do
    local _, why = pcall(call, { [key] = {} })
    fact(table_name .. "." .. key, why:match("%(" .. key .. ": (%w+) expected") or types[key])
  end
end

local function returns(name, ...)
  fact("returns", name, select("#", ...))
  return ...
end

local names = {}
for name, value in pairs(websocket) do
  if type(value) == "number" then
    fact("constant", name, value)
    if name:match("^EVENT_") then names[value] = name end
  else
    fact(type(value), name)
  end
end

local function on_event(...)
  local _, conn, data = ...
  fact("callback", select("#", ...))
  for key, value in pairs(data) do
    fact(names[data.event], "data." .. key, type(value))
  end
  for key, value in pairs(data.handshake_response or {}) do
    fact("handshake_response." .. key, type(value))
  end
  if data.event == websocket.EVENT_CONNECTED then
    returns("send", websocket.send(conn, "x"))
    arity("send", conn, "x")
    fields("options", function(options) websocket.send(conn, "x", options) end, { type = type(websocket.DATA_TYPE_TEXT) })
  end
end

function init()
  websocket.connect("ws://h/talk", nil, on_event)
  websocket.connect("ws://h/refuse", nil, on_event)
  local other = returns("connect", websocket.connect("ws://h/other", nil, ignore))
  arity("connect", "ws://h/other", nil, ignore)
  fields("params", function(params) websocket.connect("ws://h/other", params, ignore) end, {})
  returns("disconnect", websocket.disconnect(other))
  arity("disconnect", other)
end
