-- The modifiers and assertions there are from the beginning.
local luassert, values, say = ...

local raise = luassert.raise

local function register(names, callback, text)
  for name in names:gmatch("%S+") do
    luassert:register("assertion", name, callback, "assertion." .. text .. ".positive", "assertion." .. text .. ".negative")
  end
end

local function modifier(names, callback)
  for name in names:gmatch("%S+") do luassert:register("modifier", name, callback) end
end

local function neutral() end

local function negation(state)
  state.mod = not state.mod
end

modifier("is are was were has have does did be to", neutral)
modifier("not no isnt arent wasnt hasnt doesnt didnt", negation)

local function message(state, given)
  if given ~= nil then state.failure_message = given end
end

modifier("message", function(state, arguments)
  if arguments then message(state, arguments[1]) end
end)

local function at_least(count, name, arguments)
  if arguments.n < count then
    raise(say("assertion.internal.argtolittle", { name, count, arguments.n }))
  end
end

local function bad(position, name, expected, value)
  raise(say("assertion.internal.badargtype", { position, name, expected, type(value) }))
end

-- Messages show what was passed in first, assertions are given what is expected first.
local function swap(arguments, i)
  arguments[1], arguments[2] = arguments[i], arguments[1]
end

local function equals(state, arguments)
  at_least(2, "equals", arguments)
  message(state, arguments[3])
  local result = arguments[1] == arguments[2]
  swap(arguments, 2)
  return result
end

local function same(state, arguments)
  at_least(2, "same", arguments)
  message(state, arguments[3])
  local result, crumbs = values.deepcompare(arguments[1], arguments[2], true)
  swap(arguments, 2)
  if crumbs then arguments.fmtargs = { { crumbs = crumbs }, { crumbs = crumbs } } end
  return result
end

register("equal equals", equals, "equals")
register("same", same, "same")

local function truthy(state, arguments)
  message(state, arguments[2])
  return arguments[1] ~= nil and arguments[1] ~= false
end

register("truthy", truthy, "truthy")
register("falsy", function(state, arguments) return not truthy(state, arguments) end, "falsy")

local function exactly(expected)
  return function(state, arguments)
    message(state, arguments[2])
    arguments[2] = expected
    arguments.n = 2
    return arguments[1] == expected
  end
end

register("true", exactly(true), "same")
register("false", exactly(false), "same")

local function of_type(name)
  return function(state, arguments)
    message(state, arguments[2])
    arguments[2] = "type " .. name
    arguments.n, arguments.nofmt = 2, { [2] = true }
    return type(arguments[1]) == name
  end
end

for name in ("nil boolean number string table function userdata thread"):gmatch("%a+") do
  register(name, of_type(name), "same")
end

local function number(arguments, i, name)
  return tonumber(arguments[i]) or bad(i, name, "number or object convertible to a number", arguments[i])
end

register("near", function(state, arguments)
  at_least(3, "near", arguments)
  local expected, actual = number(arguments, 1, "near"), number(arguments, 2, "near")
  local tolerance = number(arguments, 3, "near")
  message(state, arguments[4])
  swap(arguments, 2)
  arguments[3], arguments.nofmt = tostring(arguments[3]), { [3] = true }
  return actual >= expected - tolerance and actual <= expected + tolerance
end, "near")

-- The start, the plain flag and the message behind a pattern, each of which may be left out.
local function search_options(state, arguments, name)
  local options = {}
  for i = 3, arguments.n do
    local each = arguments[i]
    if type(each) == "boolean" then
      options.plain = each
    elseif tonumber(each) and not options.from then
      options.from = tonumber(each)
    elseif each ~= nil and not options.message then
      options.message = each
    elseif each ~= nil then
      bad(i, name, "number", each)
    end
  end
  message(state, options.message)
  return options.from, options.plain
end

-- What a pattern finds in a text, as `string.match` gives it, or nil.
local function find(text, pattern, from, plain)
  if plain then
    return text:find(pattern, from or 1, true) and { pattern } or nil
  end
  local found = values.pack(text:match(pattern, from or 1))
  return found[1] ~= nil and found or nil
end

local function as_text(value)
  local can = type(value) == "string" or type(value) == "number" or values.hastostring(value)
  return can and tostring(value) or nil
end

register("matches match", function(state, arguments)
  at_least(2, "matches", arguments)
  local pattern, actual = arguments[1], as_text(arguments[2])
  if type(pattern) ~= "string" then bad(1, "matches", "string", pattern) end
  if not actual then bad(2, "matches", "string or object convertible to a string", arguments[2]) end
  local found = find(actual, pattern, search_options(state, arguments, "matches"))
  swap(arguments, 2)
  return found ~= nil, found
end, "matches")

local function check_callable(arguments, name)
  if not values.callable(arguments[1]) then
    bad(1, name, "function or callable object", arguments[1])
  end
end

-- Puts what was caught, and what should have been, where the message shows them.
local function show_error(arguments, ok, caught, expected)
  arguments.n, arguments.nofmt = 2, {}
  arguments[1], arguments[2] = caught, expected
  if ok then arguments[1], arguments.nofmt[1] = "(no error)", true end
  if expected == nil then arguments[2], arguments.nofmt[2] = "(error)", true end
end

local function is_error(caught, expected)
  if type(expected) == "string" and as_text(caught) and type(caught) ~= "number" then
    return as_text(caught) == expected
  end
  if type(expected) == "number" and type(caught) == "string" then
    return tonumber(caught) == expected
  end
  return (values.deepcompare(expected, caught, true))
end

register("error errors", function(state, arguments)
  check_callable(arguments, "error")
  local expected = arguments[2]
  message(state, arguments[3])
  local ok, raised = pcall(arguments[1])
  local caught = values.without_place(raised)
  local results = { n = arguments.n, caught, expected, arguments[3] }
  show_error(arguments, ok, state.mod and caught or raised, expected)
  if ok or expected == nil then return not ok, results end
  return is_error(caught, expected), results
end, "error")

register("error_matches error_match matches_error match_error", function(state, arguments)
  at_least(2, "error_matches", arguments)
  check_callable(arguments, "error_matches")
  local pattern = arguments[2]
  if pattern ~= nil and type(pattern) ~= "string" then bad(2, "error_matches", "string", pattern) end
  local from, plain = search_options(state, arguments, "error_matches")
  local ok, raised = pcall(arguments[1])
  local caught = values.without_place(raised)
  show_error(arguments, ok, state.mod and caught or raised, pattern)
  if ok or pattern == nil then return not ok end
  local text = as_text(caught)
  local found = text and find(text, pattern, from, plain)
  return found ~= nil and found ~= false, found or nil
end, "error")

local function equal_pair(list, deep)
  for key, value in pairs(list) do
    for other, second in pairs(list) do
      if key ~= other and (value == second or deep and values.deepcompare(value, second, true)) then return true end
    end
  end
  return false
end

register("unique", function(state, arguments)
  if type(arguments[1]) ~= "table" then bad(1, "unique", "table", arguments[1]) end
  local deep, text = arguments[2], arguments[3]
  if deep ~= nil and type(deep) ~= "boolean" then deep, text = arguments[3], arguments[2] end
  message(state, text)
  return not equal_pair(arguments[1], deep)
end, "unique")

register("returned_arguments", function(_, arguments)
  local count = arguments.n - 1
  local result = arguments[1] == count
  arguments[1], arguments[2], arguments.n = tostring(arguments[1]), tostring(count), 2
  arguments.nofmt = { true, true }
  return result
end, "returned_arguments")

modifier("array", function(state, arguments)
  if arguments then state.array = arguments[1] end
end)

local function length_of(array)
  local length = 0
  for key in pairs(array) do
    if type(key) == "number" and key > length and math.floor(key) == key then length = key end
  end
  return length
end

register("holes hole", function(state, arguments)
  local array, length = rawget(state, "array"), arguments[1]
  if array == nil then raise("No array set, please use the array modifier to set the array to validate") end
  for i = 1, length or length_of(array) do
    if array[i] == nil then
      arguments[1], arguments.n, arguments.nofmt = tostring(i), 1, { true }
      return true, { i }
    end
  end
  return false
end, "array_holes")
