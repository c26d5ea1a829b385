-- describe, it and the hooks: they build the tree of blocks and tests while the file is evaluated.
local specs = specs
local load = loadstring or load

local HOOKS = { "setup", "teardown", "before_each", "after_each" }

local root
local block -- whose body is evaluated; nil while tests run
local nodes = {} -- by key

-- The line of the spec that called one of our words.
local function line_of_caller()
  local info = debug.getinfo(3, "l")
  return info and info.currentline or 1
end

local function span(line, body)
  local info = type(body) == "function" and debug.getinfo(body, "S")
  if not info or info.linedefined < 1 then
    return line, line
  end
  return math.min(line, info.linedefined), math.max(line, info.lastlinedefined)
end

local function node(kind, name, line, last)
  return { kind = kind, name = name, line = line, last = last, children = {}, taken = {} }
end

local function add(child)
  child.parent = block
  child.key = block.key .. child.kind .. ":" .. #child.name .. ":" .. child.name
  block.taken[child.kind .. child.name] = child
  block.children[#block.children + 1] = child
  nodes[child.key] = child
  return child
end

-- Becomes a test that fails, so that the others still run.
local function problem(name, line, message, traceback)
  while block.taken["problem" .. name] do
    name = name .. " again"
  end
  local child = add(node("problem", name, line, line))
  child.message = message
  child.traceback = traceback
end

local function objection(word, kind, name, body)
  if type(name) ~= "string" then
    return word .. ": a name expected, got " .. type(name)
  elseif not name:find("%S") then
    return word .. ": the name is empty"
  elseif type(body) ~= "function" then
    return word .. " '" .. name .. "': a function expected, got " .. type(body)
  elseif kind == "it" and block == root then
    return word .. " '" .. name .. "' must stand in a describe"
  end
  local before = block.taken[kind .. name]
  return before and word .. " '" .. name .. "' is there already, in line " .. before.line
end

-- A new block or test where the spec is, or nil if it can not be; then there is a problem in its place.
local function declare(word, kind, name, body, line)
  if not block then
    error("'" .. word .. "' can not be called in a test or a hook, only in a describe", 3)
  end
  local wrong = objection(word, kind, name, body)
  if wrong then
    local shown = type(name) == "string" and name:find("%S") and "'" .. name .. "' " or ""
    problem(word .. " " .. shown .. "(line " .. line .. ")", line, specs.file .. ":" .. line .. ": " .. wrong)
    return nil
  end
  local child = add(node(kind, name, span(line, body)))
  child.body = body
  return child
end

local function with_hooks(child)
  for _, name in ipairs(HOOKS) do
    child[name] = {}
  end
  return child
end

-- Evaluates the body of a block; what it throws becomes a problem in it.
local function evaluate(child, body)
  local outer = block
  block = child
  specs.set_virtual(specs.is_virtual(child))
  local ok, thrown = xpcall(body, specs.handler)
  if not ok then
    local line = tonumber(thrown.message:match(":(%d+):")) or child.line
    problem("the body of '" .. child.name .. "'", line, thrown.message, thrown.traceback)
  end
  block = outer
  specs.set_virtual(outer ~= nil and specs.is_virtual(outer))
end

local function describing(word)
  return function(name, body)
    local child = declare(word, "describe", name, body, line_of_caller())
    if child then
      evaluate(with_hooks(child), body)
    end
  end
end

local function testing(word)
  return function(name, body)
    declare(word, "it", name, body, line_of_caller())
  end
end

local function hooking(word, hook)
  return function(body)
    if not block then
      error("'" .. word .. "' can not be called in a test or a hook, only in a describe", 2)
    elseif type(body) ~= "function" then
      error(word .. ": a function expected, got " .. type(body), 2)
    end
    table.insert(block[hook], body)
  end
end

function pending(name, reason)
  if not block then
    specs.give_up(name)
  end
  local child = declare("pending", "it", name, function() end, line_of_caller())
  if child then
    child.pending = type(reason) == "string" and reason or "pending"
  end
end

-- Whether time is virtual in a block: said in it or around it.
function specs.is_virtual(child)
  while child do
    if child.virtual then
      return true
    end
    child = child.parent
  end
  return false
end

-- The block that is being evaluated, or nil.
function specs.block()
  return block
end

function specs.node(key)
  return nodes[key]
end

function specs.evaluate(source)
  root = with_hooks(node("file", specs.file, 1, 1))
  root.key = ""
  nodes[""] = root
  local chunk, wrong = load(source, "@" .. specs.file)
  evaluate(root, chunk or function() error(wrong, 0) end)
  return root
end

for word, alias in pairs({ describe = "insulate", context = "expose" }) do
  _G[word] = describing(word)
  _G[alias] = _G[word]
end
for _, word in ipairs({ "it", "test", "spec" }) do
  _G[word] = testing(word)
end
for _, hook in ipairs(HOOKS) do
  _G[hook] = hooking(hook, hook)
end
for word, hook in pairs({ setup = "setup", teardown = "teardown" }) do
  _G["lazy_" .. word] = hooking("lazy_" .. word, hook)
  _G["strict_" .. word] = hooking("strict_" .. word, hook)
end
