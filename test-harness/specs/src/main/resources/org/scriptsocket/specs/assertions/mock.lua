-- Spies or stubs for all functions of a table and of the tables in it.
local spy, stub, values = ...

local mock = {}

local function each(object, visit, seen)
  if type(object) ~= "table" or spy.is_spy(object) or seen[object] then return end
  seen[object] = true
  local keys = {}
  for key in pairs(object) do keys[#keys + 1] = key end
  for _, key in ipairs(keys) do
    visit(object, key)
    each(object[key], visit, seen)
  end
end

-- Spies on each function, or, with `do_stub`, stubs that return what follows.
function mock.new(object, do_stub, ...)
  local results = values.pack(...)
  each(object, function(t, key)
    if type(t[key]) ~= "function" then return end
    if do_stub then stub(t, key, values.unpack(results)) else spy.on(t, key) end
  end, {})
  return object
end

local function each_spy(object, visit)
  if spy.is_spy(object) then
    visit(object)
    return
  end
  each(object, function(t, key)
    if spy.is_spy(t[key]) then visit(t[key]) end
  end, {})
end

function mock.clear(object)
  each_spy(object, function(one) one:clear() end)
  return object
end

function mock.revert(object)
  each_spy(object, function(one) one:revert() end)
  return object
end

return setmetatable(mock, { __call = function(_, ...) return mock.new(...) end })
