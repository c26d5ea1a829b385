-- Functions that remember how they were called, and the assertions about them.
local luassert, match, values, format = ...

local raise = luassert.raise
local spy = { _ = match._ }
local Spy = {}
local methods = {}

local function remembered(...)
  local refs = values.pack(...)
  return { vals = values.deepcopy(refs), refs = refs }
end

function Spy.__call(self, ...)
  table.insert(self.calls, remembered(...))
  local function returned(...)
    table.insert(self.returnvals, remembered(...))
    return ...
  end
  return returned(self.callback(...))
end

function methods.revert(self)
  if not self.reverted then
    self.reverted = true
    if self.restore then self.restore() end
  end
  return self.callback
end

function methods.clear(self)
  self.calls, self.returnvals = {}, {}
  return self
end

local function is_count(count, expected)
  return count == expected
end

function methods.called(self, times, compare)
  local count = #self.calls
  if times or compare then return (compare or is_count)(count, times), count end
  return count > 0, count
end

-- Whether the values remembered of one call are these, matchers honoured.
function spy.fits(one, expected)
  local n = expected.n or #expected
  if n ~= one.vals.n then return false end
  for i = 1, n do
    local each = expected[i]
    if match.is_matcher(each) then
      if not each(one.vals[i], one.refs[i]) then return false end
    elseif not values.deepcompare(one.vals[i], each, true) then
      return false
    end
  end
  return true
end

-- Whether one of these is as expected, and that one; else the last of all.
local function search(all, expected)
  for i = #all, 1, -1 do
    if spy.fits(all[i], expected) then return true, all[i].vals end
  end
  return false, #all > 0 and all[#all].vals or nil
end

function methods.called_with(self, expected)
  return search(self.calls, expected)
end

function methods.returned_with(self, expected)
  return search(self.returnvals, expected)
end

-- A spy on a function; without one, on a function that does nothing.
function spy.new(callback)
  callback = callback == nil and function() end or callback
  if not values.callable(callback) then
    raise("Cannot spy on type '" .. type(callback) .. "', only on functions or callable elements")
  end
  local new = { calls = {}, returnvals = {}, callback = callback }
  for name, method in pairs(methods) do new[name] = method end
  luassert:add_spy(setmetatable(new, Spy))
  return new
end

function spy.is_spy(value)
  return type(value) == "table" and getmetatable(value) == Spy
end

values.is_spy = spy.is_spy

-- Puts a spy in the place of a function in a table. An inherited function is not left behind in the table afterwards.
function spy.on(target, key)
  local before = target[key]
  local new = spy.new(before)
  local inherited = type(target) == "table" and rawget(target, key) == nil
  target[key] = new
  new.target_table, new.target_key = target, key
  function new.restore()
    if inherited and rawget(target, key) ~= nil then
      rawset(target, key, nil)
    else
      target[key] = before
    end
  end
  return new
end

for name in ("spy stub mock"):gmatch("%a+") do
  luassert:register("modifier", name, function(run, arguments)
    if not arguments then return end
    run.payload = arguments[1]
    if arguments[2] ~= nil then run.failure_message = arguments[2] end
  end)
end

local function spied(run, name)
  local payload = rawget(run, "payload")
  if type(payload) == "function" then
    raise("When calling 'spy(aspy)', 'aspy' must not be the original function, but the spy function replacing the original")
  end
  if not spy.is_spy(payload) then raise("'" .. name .. "' must be chained after 'spy(aspy)'") end
  return payload
end

local function register(name, callback)
  luassert:register("assertion", name, callback, "assertion." .. name .. ".positive", "assertion." .. name .. ".negative")
end

local function show_counts(arguments, expected, count)
  arguments[1], arguments[2], arguments.n = tostring(expected), tostring(count), 2
  arguments.nofmt = { true, true }
end

register("called", function(run, arguments)
  local times = arguments[1]
  local payload = spied(run, "called")
  if times == nil and not run.mod then run.mod, times = true, 0 end
  local result, count = payload:called(times)
  show_counts(arguments, times or ">0", count)
  return result
end)

local comparisons = {
  at_least = function(count, limit) return count >= limit end,
  at_most = function(count, limit) return count <= limit end,
  more_than = function(count, limit) return count > limit end,
  less_than = function(count, limit) return count < limit end,
}
for words, compare in pairs(comparisons) do
  local name = "called_" .. words
  register(name, function(run, arguments)
    local payload, limit = spied(run, name), arguments[1]
    if type(limit) ~= "number" then
      raise(("bad argument #1 to '%s' (number expected, got %s)"):format(name, type(limit)))
    end
    local result, count = payload:called(limit, compare)
    show_counts(arguments, limit, count)
    return result
  end)
end

local function as_list(all)
  return all and setmetatable(values.shallowcopy(all), format.list_type)
end

for _, name in ipairs({ "called_with", "returned_with" }) do
  register(name, function(run, arguments)
    local result, found = spied(run, name)[name](run.payload, arguments)
    local expected = as_list(arguments)
    for i = 1, arguments.n do arguments[i] = nil end
    arguments[1], arguments[2], arguments.n = as_list(found), expected, 2
    return result
  end)
end

return setmetatable(spy, { __call = function(_, ...) return spy.new(...) end })
