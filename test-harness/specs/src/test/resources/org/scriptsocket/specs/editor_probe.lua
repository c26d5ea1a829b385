-- Finds out what specs really have, and compares it with `declared`, a list of facts, and `luassert`, the names in its class.
-- `plain` are the globals that every script has.
local plain, declared, luassert = ...
local facts = {}

local function fact(text)
  facts[text] = true
end

local function sorted(set)
  local list = {}
  for text in pairs(set) do list[#list + 1] = text end
  table.sort(list)
  return list
end

local function set(list)
  local all = {}
  for _, text in ipairs(list) do all[text] = true end
  return all
end

local function members(owner, object)
  for name, value in pairs(object) do
    fact(owner .. "." .. name)
  end
end

-- How many arguments a method takes, by its complaint of too many.
local function arity(object, name)
  local args = {}
  for i = 1, 20 do args[i] = i end
  local _, why = pcall(function() return object[name](object, unpack(args)) end)
  local most = why:match("takes (%w+) arguments? at most")
  return ({ no = 0, one = 1 })[most] or tonumber(most)
end

-- The fields and methods of an object of Java, by its complaint of a name that it has not.
local function object(kind, value, fields)
  local _, why = pcall(function() return value.zzzzzzzzzzzzzzzzzzzz end)
  for name in why:match("known are (.*)$"):gmatch("[%w_]+") do
    if fields and fields[name] then
      fact(kind .. "." .. name)
    else
      fact(kind .. ":" .. name .. " " .. arity(value, name))
    end
  end
end

local function options_of(kind, take)
  local _, why = pcall(take, { zzzzzzzzzzzz = true })
  for name in why:match("known are (.*)%)"):gmatch("[%w_]+") do
    fact(kind .. "." .. name)
  end
end

local function option_names(server)
  options_of("received_options", function(options) return server:received(options) end)
  options_of("server_options", harness.server)
end

local function seen(server)
  server:on("/talk"):expect("hi"):close(4001, "why")
  local connection = websocket.connect(server:url_of("/talk"))
  await(connection, "connected")
  websocket.send(connection, "hi", { type = websocket.DATA_TYPE_TEXT })
  await(connection, "disconnected")
  eventually(function() assert(#server:received({ frames = true }) >= 3) end)
  for _, each in ipairs(server:received({ frames = true })) do members("received", each) end
  for _, each in ipairs(server:requests()) do members("request", each) end
end

describe("the language of specs", function()
  harness.virtual_time()

  it("is what the definition file says", function()
    local server = harness.server()
    for name in pairs(_G) do
      if not plain[name] or name == "assert" then fact("global " .. name) end
    end
    members("harness", harness)
    members("harness.frame", harness.frame)
    members("spy", spy)
    members("stub", stub)
    members("mock", mock)
    members("luassert.spy", spy.new(function() end))
    seen(server)
    object("server", server, { url = true, port = true })
    object("route", server:on("/x"))
    object("connection", server:connection(1))
    object("gate", harness.gate())
    object("frame", harness.frame.text("x"))
    option_names(server)
    assert.are.same(sorted(set(declared)), sorted(facts))
  end)

  local function of_luassert(names, own, kinds)
    local real, said = {}, {}
    for name in pairs(own) do real["own " .. name] = true end
    for _, kind in ipairs(kinds) do
      for name in pairs(kind.names) do real[kind.word .. " " .. name] = true end
    end
    local function resolve(name)
      if rawget(own, name) ~= nil then return "own " .. name end
      for _, kind in ipairs(kinds) do
        if kind.names[name] then return kind.word .. " " .. name end
      end
    end
    for _, name in ipairs(names) do
      local found = resolve(name)
      for _, prefix in ipairs({ "is_not_", "has_no_", "is_", "has_" }) do
        found = found or (name:sub(1, #prefix) == prefix and resolve(name:sub(#prefix + 1)))
      end
      said[found or "unknown " .. name] = true
    end
    assert.are.same(sorted(real), sorted(said))
  end

  it("has the assertions and the matchers that it says", function()
    local namespaces = require("luassert.namespaces")
    local modifier = { word = "modifier", names = namespaces.modifier }
    of_luassert(luassert.assert, assert, { modifier, { word = "assertion", names = namespaces.assertion } })
    of_luassert(luassert.match, match, { { word = "matcher", names = namespaces.matcher }, { word = "modifier", names = { is = true, ["not"] = true } } })
  end)
end)
