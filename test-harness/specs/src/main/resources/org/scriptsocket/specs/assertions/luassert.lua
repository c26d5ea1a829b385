-- The table `assert`: chains of names that end in a call, and the plain assert of Lua.
local registry, state, say, values = ...

local luassert = {}
-- Whether ours are all there; those of others are given a level for `error`.
local ready = false
local last_failure

local function is_ours(info)
  return info.what == "C" or info.what == "tail" or info.source:find("^@scriptsocket/assertions") ~= nil
end

-- The level of the spec's line, for an `error` in what the caller calls; 0 if there is none.
function luassert.level_of_spec()
  local level = 2
  local info = debug.getinfo(level, "S")
  while info and is_ours(info) do
    level = level + 1
    info = debug.getinfo(level, "S")
  end
  return info and level or 0
end

local level_of_spec = luassert.level_of_spec

-- Raises an error with the place of the spec's line that led to it.
function luassert.raise(message)
  local level = level_of_spec()
  error(message, level > 0 and level - 1 or 0)
end

local raise = luassert.raise

-- Each step gives a new state, so that a part of a chain can be kept and used twice.
local function derived(from, path)
  local new = {}
  for key, value in next, from do new[key] = value end
  new.path = path
  return setmetatable(new, getmetatable(from))
end

local function unknown(kind, found)
  local near = registry.near(kind, found.word)
  local hint = near and (" (did you mean '%s'?)"):format(near) or ""
  raise(("luassert: unknown modifier/%s: '%s'%s"):format(kind, found.unknown, hint))
end

-- The metatable of chains over the names of a kind. `finish(state, entry, arguments)` is what a call of an entry does.
function luassert.chain(kind, finish)
  local chain = {}

  function chain.__index(self, key)
    if type(key) ~= "string" then return nil end
    return derived(self, rawget(self, "path") .. "_" .. key:lower())
  end

  function chain.__call(self, ...)
    local path = rawget(self, "path")
    local found = registry.find(kind, path)
    if found.unknown then unknown(kind, found) end
    local run = derived(self, "")
    local arguments = values.pack(...)
    for _, modifier in ipairs(found.modifiers) do
      if found.last then
        modifier.callback(run)
      else
        modifier.callback(run, arguments, modifier.foreign and level_of_spec() or nil)
      end
    end
    if not found.last then return run end
    return finish(run, found.last, arguments, ...)
  end

  return chain
end

local function failure_text(given)
  if type(given) == "string" or values.hastostring(given) then return tostring(given) end
  return state.format_argument(given)
end

local function failed(run, entry, arguments)
  local text = say(run.mod and entry.positive_message or entry.negative_message, luassert:format(arguments))
  local given = rawget(run, "failure_message")
  if given ~= nil then text = failure_text(given) .. (text and "\n" .. text or "") end
  text = text or "assertion failed!"
  last_failure = { message = text, assertion = entry.name, actual = arguments[1], expected = arguments[2] }
  raise(text)
end

local chain = luassert.chain("assertion", function(run, entry, arguments, ...)
  local holds, results = entry.callback(run, arguments, entry.foreign and level_of_spec() or nil)
  if (not not holds) ~= run.mod then failed(run, entry, arguments) end
  if results then return values.unpack(results, 1, results.n or #results) end
  return ...
end)

function luassert.state()
  return setmetatable({ mod = true, path = "" }, chain)
end

function luassert:register(kind, name, callback, positive, negative)
  registry.register(kind, name, callback, positive, negative)
  registry.namespaces[kind][name:lower()].foreign = ready
end

function luassert:unregister(kind, name)
  registry.unregister(kind, name)
end

-- Makes texts of the arguments, in place: `n` of them, but for those that `nofmt` names.
function luassert:format(arguments)
  local plain, hints = arguments.nofmt or {}, arguments.fmtargs or {}
  for i = 1, arguments.n or #arguments do
    if not plain[i] then
      arguments[i] = state.format_argument(arguments[i], nil, hints[i]) or tostring(arguments[i])
    end
  end
  return arguments
end

function luassert:add_formatter(formatter) state.add_formatter(formatter) end
function luassert:remove_formatter(formatter) state.remove_formatter(formatter) end
function luassert:set_parameter(name, value) state.set_parameter(name, value) end
function luassert:get_parameter(name) return state.get_parameter(name) end
function luassert:add_spy(spy) state.add_spy(spy) end
function luassert:snapshot() return state.snapshot() end

-- What the last assertion that failed has said: `message`, `assertion`, and as texts `actual` and, where it has one, `expected`.
function luassert:last_failure() return last_failure end

function luassert:ready() ready = true end

local Level = {}

-- Stands as the third argument of `assert(value, message, level)` for the level of `error`.
function luassert:level(level)
  return setmetatable({ level = level }, Level)
end

function luassert:get_level(level)
  return getmetatable(level) == Level and level.level or nil
end

return setmetatable(luassert, {
  __index = function(self, key)
    return self.state()[key]
  end,
  __call = function(self, ...)
    if select("#", ...) == 0 then raise("bad argument #1 to 'assert' (value expected)") end
    local ok, message, level = ...
    if ok then return ... end
    if message == nil then message = "assertion failed!" end
    level = self:get_level(level)
    if level then error(message, level + 1) end
    raise(message)
  end,
})
