-- What a snapshot keeps: spies, formatters and parameters that have come since, each level over the one before.
local values = ...

local NIL = {}
local current

local level = {}
level.__index = level

-- Takes back what has come since this snapshot, later ones included.
function level:revert()
  if self.next then self.next:revert() end
  for i = #self.spies, 1, -1 do self.spies[i]:revert() end
  self.spies, self.formatters, self.parameters = {}, {}, {}
  if self.previous then
    self.previous.next = nil
    current = self.previous
    self.previous = nil
  end
end

local state = {}

function state.snapshot()
  local new = setmetatable({ previous = current, spies = {}, formatters = {}, parameters = {} }, level)
  if current then current.next = new end
  current = new
  return new
end

function state.revert(snapshot)
  snapshot:revert()
end

function state.add_spy(spy)
  table.insert(current.spies, spy)
end

-- The newest formatter is asked first.
function state.add_formatter(formatter)
  table.insert(current.formatters, 1, formatter)
end

function state.remove_formatter(formatter)
  for i, each in ipairs(current.formatters) do
    if each == formatter then
      table.remove(current.formatters, i)
      return
    end
  end
end

function state.format_argument(value, _, hints)
  local at = current
  while at do
    for _, formatter in ipairs(at.formatters) do
      local text = formatter(value, hints)
      if text ~= nil then return text end
    end
    at = at.previous
  end
end

function state.set_parameter(name, value)
  if value == nil then value = NIL end
  current.parameters[name] = value
end

function state.get_parameter(name)
  local at = current
  while at do
    local value = at.parameters[name]
    if value ~= nil then
      if value == NIL then return nil end
      return value
    end
    at = at.previous
  end
end

state.snapshot()
return state
