-- Spies that do nothing but what they are told to.
local luassert, spy, values = ...

local stub = {}

local function constant(...)
  local results = values.pack(...)
  return function() return values.unpack(results) end
end

-- One function is what a stub does; anything else is what it returns.
local function default(...)
  local first = ...
  if select("#", ...) == 1 and values.callable(first) then return first end
  return constant(...)
end

local function choose(self, ...)
  local given = { vals = values.pack(...), refs = values.pack(...) }
  for i = #self.cases, 1, -1 do
    if spy.fits(given, self.cases[i].expected) then return self.cases[i].action end
  end
  return self.default
end

local function telling(set, result)
  return {
    returns = function(...)
      set(constant(...))
      return result
    end,
    invokes = function(action)
      set(function(...) return action(...) end)
      return result
    end,
  }
end

local function teach(new, behaviour)
  local by_default = telling(function(action) behaviour.default = action end, new)
  new.by_default, new.returns, new.invokes = by_default, by_default.returns, by_default.invokes

  function new.on_call_with(...)
    local expected = values.deepcopy(values.pack(...))
    return telling(function(action)
      table.insert(behaviour.cases, { expected = expected, action = action })
    end, new)
  end
end

-- Puts a stub in the place of a function in a table, or of nothing; what follows is what it returns or does.
function stub.new(object, key, ...)
  if object == nil and key == nil then object, key = {}, "blank" end
  if type(object) ~= "table" or key == nil then
    luassert.raise("stub.new(): Can only create stub on a table key, call with 2 params; table, key")
  end
  local before = object[key]
  if before ~= nil and not values.callable(before) then
    luassert.raise("stub.new(): The element for which to create a stub must either be callable, or be nil")
  end
  local behaviour = { default = default(...), cases = {} }
  local own = rawget(object, key)
  object[key] = function(...) return choose(behaviour, ...)(...) end
  local new = spy.on(object, key)
  new.is_stub = true
  function new.restore() object[key] = own end
  local revert = new.revert
  function new.revert(self)
    revert(self)
    return before
  end
  teach(new, behaviour)
  return new
end

function stub.is_stub(value)
  return spy.is_spy(value) and rawget(value, "is_stub") == true
end

return setmetatable(stub, { __call = function(_, ...) return stub.new(...) end })
