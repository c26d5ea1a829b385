-- Matchers: what may stand for an argument in `called_with`.
local luassert, values = ...

local raise = luassert.raise
local match = {}
local Matcher = {}

-- `value` is a copy made when the call was, `ref` what was given itself.
function Matcher.__call(self, value, ref)
  return (not not self.matches(value, ref)) == self.mod
end

function Matcher.__tostring(self)
  if self.name == "_" then return "_" end
  local texts = luassert:format({ n = self.arguments.n, values.unpack(self.arguments) })
  return (self.mod and "is." or "is_not.") .. self.name .. "(" .. table.concat(texts, ", ") .. ")"
end

local function matcher(name, mod, arguments, matches)
  return setmetatable({ name = name, mod = mod, arguments = arguments, matches = matches }, Matcher)
end

local chain = luassert.chain("matcher", function(run, entry, arguments)
  local matches = entry.callback(run, arguments, entry.foreign and luassert.level_of_spec() or nil)
  return matcher(entry.name, run.mod, arguments, matches)
end)

function match.state()
  return setmetatable({ mod = true, path = "" }, chain)
end

function match.is_matcher(value)
  return type(value) == "table" and getmetatable(value) == Matcher
end

match._ = matcher("_", true, { n = 0 }, function() return true end)

luassert:add_formatter(function(value)
  return match.is_matcher(value) and "(matcher) " .. tostring(value) or nil
end)

local function register(names, callback)
  for name in names:gmatch("%S+") do luassert:register("matcher", name, callback) end
end

local function check(condition, position, name, expected, value)
  if not condition then
    raise(("bad argument #%d to '%s' (%s expected, got %s)"):format(position, name, expected, type(value)))
  end
end

local function at_least(count, name, arguments)
  if arguments.n < count then
    raise(("the '%s' function requires a minimum of %d arguments, got: %d"):format(name, count, arguments.n))
  end
end

register("truthy", function() return function(value) return value ~= nil and value ~= false end end)
register("falsy", function() return function(value) return value == nil or value == false end end)
register("true", function() return function(value) return value == true end end)
register("false", function() return function(value) return value == false end end)

for name in ("nil boolean number string table function userdata thread"):gmatch("%a+") do
  register(name, function() return function(value) return type(value) == name end end)
end

register("equal equals", function(_, arguments)
  at_least(1, "equals", arguments)
  return function(value) return value == arguments[1] end
end)

register("same", function(_, arguments)
  at_least(1, "same", arguments)
  return function(value) return (values.deepcompare(value, arguments[1], true)) end
end)

register("ref", function(_, arguments)
  at_least(1, "ref", arguments)
  local kind = type(arguments[1])
  check(kind == "table" or kind == "function" or kind == "userdata" or kind == "thread", 1, "ref", "object", arguments[1])
  return function(value, ref)
    if ref == nil then ref = value end
    return rawequal(ref, arguments[1])
  end
end)

register("match matches", function(_, arguments)
  at_least(1, "matches", arguments)
  local pattern, from, plain = arguments[1], arguments[2], arguments[3]
  check(type(pattern) == "string", 1, "matches", "string", pattern)
  check(from == nil or tonumber(from), 2, "matches", "number", from)
  return function(value)
    local text = (type(value) == "string" or type(value) == "number" or values.hastostring(value)) and tostring(value)
    return text and text:find(pattern, tonumber(from) or 1, plain) ~= nil
  end
end)

register("near", function(_, arguments)
  at_least(2, "near", arguments)
  local expected, tolerance = tonumber(arguments[1]), tonumber(arguments[2])
  check(expected, 1, "near", "number", arguments[1])
  check(tolerance, 2, "near", "number", arguments[2])
  return function(value)
    local actual = tonumber(value)
    return actual and actual >= expected - tolerance and actual <= expected + tolerance
  end
end)

register("unique", function(_, arguments)
  return function(list)
    for key, value in pairs(list) do
      for other, second in pairs(list) do
        local deep = arguments[1] and values.deepcompare(value, second, true)
        if key ~= other and (value == second or deep) then return false end
      end
    end
    return true
  end
end)

-- How many of the matchers in `arguments` a value meets.
local function counting(name, arguments, decide)
  at_least(1, name, arguments)
  for i = 1, arguments.n do check(match.is_matcher(arguments[i]), i, name, "matcher", arguments[i]) end
  return function(value, ref)
    local met = 0
    for i = 1, arguments.n do met = met + (arguments[i](value, ref) and 1 or 0) end
    return decide(met, arguments.n)
  end
end

local combined = {
  all_of = function(met, all) return met == all end,
  any_of = function(met) return met > 0 end,
  none_of = function(met) return met == 0 end,
}
for name, decide in pairs(combined) do
  register(name, function(_, arguments) return counting(name, arguments, decide) end)
end

return setmetatable(match, { __index = function(self, key) return self.state()[key] end })
