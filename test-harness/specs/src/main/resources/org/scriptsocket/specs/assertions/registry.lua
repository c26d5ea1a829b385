-- The names of modifiers, assertions and matchers, and how a chain such as `is_not.called_with` is taken apart into them.
local registry = { namespaces = { modifier = {}, assertion = {}, matcher = {} } }
local namespaces = registry.namespaces
local known = {}

function registry.register(kind, name, callback, positive, negative)
  namespaces[kind] = namespaces[kind] or {}
  name = name:lower()
  namespaces[kind][name] = {
    name = name, callback = callback, positive_message = positive, negative_message = negative,
  }
  known = {}
end

function registry.unregister(kind, name)
  if namespaces[kind] then namespaces[kind][name:lower()] = nil end
  known = {}
end

-- From the end, the longest names first: `called_at_least` is one name, `has_no_error` three.
local function take_apart(kind, path)
  local tokens, names = {}, {}
  for token in path:gmatch("[^_]+") do tokens[#tokens + 1] = token end
  local last = #tokens
  while last > 0 do
    local first = 1
    local name = table.concat(tokens, "_", first, last)
    while first <= last and not namespaces.modifier[name] and not namespaces[kind][name] do
      first = first + 1
      name = table.concat(tokens, "_", first, last)
    end
    if first > last then return nil, table.concat(tokens, "_", 1, last), tokens[last] end
    table.insert(names, 1, name)
    last = first - 1
  end
  return names
end

local function resolve(kind, path)
  local names, unknown, word = take_apart(kind, path)
  if not names then return { unknown = unknown, word = word } end
  local found = { modifiers = {} }
  for _, name in ipairs(names) do
    local modifier = namespaces.modifier[name]
    if modifier then table.insert(found.modifiers, modifier) end
    found.last = namespaces[kind][name] or found.last
  end
  return found
end

-- What a path of names joined by `_` stands for: its modifiers and, if there is one, the assertion or matcher.
function registry.find(kind, path)
  local key = kind .. " " .. path
  known[key] = known[key] or resolve(kind, path)
  return known[key]
end

-- How many letters have to be changed, added or left out to get from one name to the other.
local function distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal
    diagonal, row[0] = row[0], i
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      diagonal, row[j] = row[j], math.min(row[j] + 1, row[j - 1] + 1, diagonal + cost)
    end
  end
  return row[#b]
end

-- The known name of a kind that is nearest, or nil if none is near.
function registry.near(kind, name)
  local best, least = nil, 3
  for each in pairs(namespaces[kind]) do
    local d = distance(name, each)
    if d < least or d == least and best and each < best then best, least = each, d end
  end
  return best
end

return registry
