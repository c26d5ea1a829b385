-- Gives the table that specs find as `assert`, and all globals by name; fills the modules that `require "luassert"` and the like find.
-- `source(name)` gives the text of a file beside this one.
local source = ...

local load, unpack = loadstring or load, table.unpack or unpack

local function part(name, ...)
  local file = "assertions/" .. name .. ".lua"
  return assert(load(source(file), "@scriptsocket/" .. file))(...)
end

local values = part("values")
local say = part("say")
local state = part("state", values)
local format = part("format", state, values)
local registry = part("registry")
local luassert = part("luassert", registry, state, say, values)
local match = part("match", luassert, values)
part("checks", luassert, values, say)
local spy = part("spy", luassert, match, values, format)
local stub = part("stub", luassert, spy, values)
local mock = part("mock", spy, stub, values)

local modules = {
  say = say,
  luassert = luassert,
  ["luassert.assert"] = luassert,
  ["luassert.match"] = match,
  ["luassert.matchers"] = match,
  ["luassert.spy"] = spy,
  ["luassert.stub"] = stub,
  ["luassert.mock"] = mock,
  ["luassert.util"] = values,
  ["luassert.state"] = state,
  ["luassert.namespaces"] = registry.namespaces,
  ["luassert.compatibility"] = { unpack = unpack },
}
luassert:ready()
for name, module in pairs(modules) do
  package.loaded[name] = module
  package.preload[name] = function() return module end
end

return luassert, { assert = luassert, spy = spy, stub = stub, mock = mock, match = match }
