-- What can be done with any value: compare, copy, call.
local values = {}

local unpack = table.unpack or unpack
local type, next, pairs, rawget, rawequal, select = type, next, pairs, rawget, rawequal, select

function values.pack(...)
  return { n = select("#", ...), ... }
end

function values.unpack(list, from, to)
  return unpack(list, from or 1, to or list.n or #list)
end

-- The metamethod of this name, whatever `getmetatable` hides.
local function meta(value, event)
  local metatable = getmetatable(value)
  return type(metatable) == "table" and rawget(metatable, event) or nil
end

function values.callable(value)
  return type(value) == "function" or type(meta(value, "__call")) == "function"
end

function values.hastostring(value)
  return type(value) == "table" and type(meta(value, "__tostring")) == "function"
end

-- What `error` has put before a message, an expected one has not.
function values.without_place(message)
  if type(message) ~= "string" then return message end
  return (message:gsub("^.-:%d+: ", "", 1))
end

local compare

-- Whether all that `a` has is in `b` too; if not, the path to what is not. Inherited fields do not count.
local function covers(a, b, ignore, seen)
  for key, mine in next, a do
    local same, path = compare(mine, rawget(b, key), ignore, seen)
    if not same then
      path = path or {}
      path[#path + 1] = key
      return false, path
    end
  end
  return true
end

local function missing(a, b)
  for key in next, b do
    if rawget(a, key) == nil then return key end
  end
end

-- Pairs of tables that are being compared further out count as equal, so that cycles end.
local function enter(seen, a, b)
  local others = seen[a] or {}
  if others[b] then return false end
  seen[a], others[b] = others, true
  return true
end

function compare(a, b, ignore, seen)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  if rawequal(a, b) then return true end
  if not ignore and meta(a, "__eq") and rawequal(meta(a, "__eq"), meta(b, "__eq")) then return a == b end
  if not enter(seen, a, b) then return true end
  local same, path = covers(a, b, ignore, seen)
  if not same then return false, path end
  local key = missing(a, b)
  if key ~= nil then return false, { key } end
  return true
end

-- Whether two values have the same content; if not, the path to the first difference, outermost key last.
function values.deepcompare(a, b, ignore_metatables)
  return compare(a, b, ignore_metatables, {})
end

local function copy(value, done)
  if type(value) ~= "table" or values.is_spy(value) then return value end
  if done[value] then return done[value] end
  local new = {}
  done[value] = new
  for key, each in next, value do
    new[copy(key, done)] = copy(each, done)
  end
  local metatable = getmetatable(value)
  return type(metatable) == "table" and setmetatable(new, metatable) or new
end

function values.deepcopy(value)
  return copy(value, {})
end

function values.shallowcopy(value)
  if type(value) ~= "table" then return value end
  local new = {}
  for key, each in pairs(value) do new[key] = each end
  return new
end

-- `table.insert` for lists that hold nil; `n` is their length.
function values.tinsert(list, at, value)
  local n = (list.n or #list) + 1
  for i = n, at + 1, -1 do list[i] = list[i - 1] end
  list[at], list.n = value, n
end

function values.tremove(list, at)
  local n = list.n or #list
  if n == 0 then return nil end
  at = at or n
  local value = list[at]
  for i = at, n - 1 do list[i] = list[i + 1] end
  list[n], list.n = nil, n - 1
  return value
end

-- Set by the spies: a copy of a spy would count calls of its own.
function values.is_spy()
  return false
end

return values
