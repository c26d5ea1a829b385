-- The texts of assertions by their names; `say(name, values)` fills them in.
local say = { texts = {}, namespace = "en" }

local function texts(namespace)
  say.texts[namespace] = say.texts[namespace] or {}
  return say.texts[namespace]
end

function say:set_namespace(namespace)
  say.namespace = namespace
end

function say:set_fallback() end

function say:set(name, text)
  texts(say.namespace)[name] = text
end

-- One `%s`, or another directive of `string.format`, for each value.
local function filled(text, given)
  local i = 0
  return (text:gsub("%%[-+ #0-9.]*([%a%%])", function(directive)
    if directive == "%" then return "%" end
    i = i + 1
    return tostring(given[i])
  end))
end

setmetatable(say, {
  __call = function(_, name, given)
    if name == nil then return nil end
    local text = texts(say.namespace)[name] or texts("en")[name]
    -- An assertion may be registered with its text itself.
    if text == nil and name:find("%s") then text = name end
    return text and filled(text, given or {})
  end,
})

local expected = {
  same = { "objects to %sbe the same", "Passed in", "Expected", "Did not expect" },
  equals = { "objects to %sbe equal", "Passed in", "Expected", "Did not expect" },
  matches = { "strings to %smatch", "Passed in", "Expected", "Did not expect" },
}
for name, words in pairs(expected) do
  say:set("assertion." .. name .. ".positive", ("Expected %s.\n%s:\n%%s\n%s:\n%%s"):format(words[1]:format(""), words[2], words[3]))
  say:set("assertion." .. name .. ".negative", ("Expected %s.\n%s:\n%%s\n%s:\n%%s"):format(words[1]:format("not "), words[2], words[4]))
end

say:set("assertion.near.positive", "Expected values to be near.\nPassed in:\n%s\nExpected:\n%s +/- %s")
say:set("assertion.near.negative", "Expected values to not be near.\nPassed in:\n%s\nDid not expect:\n%s +/- %s")
say:set("assertion.unique.positive", "Expected object to be unique:\n%s")
say:set("assertion.unique.negative", "Expected object to not be unique:\n%s")
say:set("assertion.error.positive", "Expected a different error.\nCaught:\n%s\nExpected:\n%s")
say:set("assertion.error.negative", "Expected no error, but caught:\n%s")
say:set("assertion.truthy.positive", "Expected to be truthy, but value was:\n%s")
say:set("assertion.truthy.negative", "Expected to not be truthy, but value was:\n%s")
say:set("assertion.falsy.positive", "Expected to be falsy, but value was:\n%s")
say:set("assertion.falsy.negative", "Expected to not be falsy, but value was:\n%s")
say:set("assertion.called.positive", "Expected to be called %s time(s), but was called %s time(s)")
say:set("assertion.called.negative", "Expected not to be called exactly %s time(s), but it was.")
for name, words in pairs({ at_least = "at least", at_most = "at most", more_than = "more than", less_than = "less than" }) do
  say:set("assertion.called_" .. name .. ".positive", "Expected to be called " .. words .. " %s time(s), but was called %s time(s)")
  say:set("assertion.called_" .. name .. ".negative", "Expected not to be called " .. words .. " %s time(s), but was called %s time(s)")
end
say:set("assertion.called_with.positive", "Function was never called with matching arguments.\nCalled with (last call if any):\n%s\nExpected:\n%s")
say:set("assertion.called_with.negative", "Function was called with matching arguments at least once.\nCalled with (last matching call):\n%s\nDid not expect:\n%s")
say:set("assertion.returned_with.positive", "Function never returned matching arguments.\nReturned (last call if any):\n%s\nExpected:\n%s")
say:set("assertion.returned_with.negative", "Function returned matching arguments at least once.\nReturned (last matching call):\n%s\nDid not expect:\n%s")
say:set("assertion.returned_arguments.positive", "Expected to be called with %s argument(s), but was called with %s")
say:set("assertion.returned_arguments.negative", "Expected not to be called with %s argument(s), but was called with %s")
say:set("assertion.array_holes.positive", "Expected array to have holes, but none were found.")
say:set("assertion.array_holes.negative", "Expected array to not have holes, but found a hole at index: %s")
say:set("assertion.internal.argtolittle", "the '%s' function requires a minimum of %s arguments, got: %s")
say:set("assertion.internal.badargtype", "bad argument #%s to '%s' (%s expected, got %s)")

return say
