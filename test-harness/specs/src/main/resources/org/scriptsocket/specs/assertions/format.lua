-- How values look in messages.
local state, values = ...

local format = {}
local floor, rep = math.floor, string.rep

-- Bytes that can not be shown, as Lua writes them; line ends and tabs stay, so that texts of several lines can be read.
local named = { ["\r"] = "\\r", ["\a"] = "\\a", ["\b"] = "\\b", ["\f"] = "\\f", ["\v"] = "\\v" }

local function byte_escape(byte)
  return named[byte] or ("\\%03d"):format(byte:byte())
end

-- How many bytes the UTF-8 character at a place has, or nil if there is none.
local function utf8_length(text, at)
  local first = text:byte(at)
  local length = first >= 0xF0 and first < 0xF5 and 4 or first >= 0xE0 and 3 or first >= 0xC2 and 2
  if not length or first >= 0xF5 or at + length - 1 > #text then return nil end
  local from, to = 0x80, 0xBF
  if first == 0xE0 then from = 0xA0 elseif first == 0xED then to = 0x9F end
  if first == 0xF0 then from = 0x90 elseif first == 0xF4 then to = 0x8F end
  for i = 1, length - 1 do
    local byte = text:byte(at + i)
    if byte < from or byte > to then return nil end
    from, to = 0x80, 0xBF
  end
  return length
end

local function escape_high(text)
  local out, at = {}, 1
  while at <= #text do
    local length = text:byte(at) < 0x80 and 1 or utf8_length(text, at)
    out[#out + 1] = length and text:sub(at, at + length - 1) or byte_escape(text:sub(at, at))
    at = at + (length or 1)
  end
  return table.concat(out)
end

function format.text(text)
  if text:find("[\1-\8\11-\31\127%z]") then
    text = text:gsub("[\1-\8\11-\31\127%z]", byte_escape)
  end
  return text:find("[\128-\255]") and escape_high(text) or text
end

function format.number(number)
  if number ~= number then return "NaN" end
  if number == 1 / 0 then return "Inf" end
  if number == -1 / 0 then return "-Inf" end
  local text = tostring(number)
  return tonumber(text) == number and text or ("%.17g"):format(number)
end

local rank = { number = 1, boolean = 2, string = 3, table = 4, ["function"] = 5, userdata = 6, thread = 7 }

-- The list part first, then by type, then by value.
local function before(length)
  local function place(key)
    local listed = type(key) == "number" and key >= 1 and key <= length and floor(key) == key
    return listed and 0 or rank[type(key)] or 8
  end
  return function(a, b)
    local pa, pb = place(a), place(b)
    if pa ~= pb then return pa < pb end
    if type(a) == "number" or type(a) == "string" then return a < b end
    return tostring(a) > tostring(b)
  end
end

local function sorted_keys(t)
  local keys = {}
  for key in next, t do keys[#keys + 1] = key end
  table.sort(keys, before(#t))
  return keys
end

local function scalar(value)
  if type(value) == "string" then return "'" .. format.text(value) .. "'" end
  if type(value) == "number" then return format.number(value) end
  return tostring(value)
end

local function key_text(key)
  if type(key) == "string" then return format.text(key) end
  return type(key) == "number" and format.number(key) or tostring(key)
end

-- `crumbs` is the path to what differs, outermost key last; it is shown however deep it goes.
local Writer = {}
Writer.__index = Writer

function Writer:table(t, depth, on_path)
  if next(t) == nil then return "{ }" end
  if self.around[t] then return "{ ... recursive }" end
  if self.deepest >= 0 and depth > self.deepest and not on_path then return "{ ... more }" end
  self.around[t] = true
  local lines = {}
  for i, key in ipairs(sorted_keys(t)) do lines[i] = self:line(t, key, depth, on_path) end
  self.around[t] = nil
  return "{\n" .. table.concat(lines, "\n") .. " }"
end

function Writer:line(t, key, depth, on_path)
  local crumb = self.crumbs[#self.crumbs - depth + 1]
  local marked = on_path and crumb ~= nil and rawequal(crumb, key)
  local mark = marked and self.mark or ""
  local value = rawget(t, key)
  local further = marked and #self.crumbs > depth
  local text = type(value) == "table" and self:table(value, depth + 1, further) or scalar(value)
  return rep(" ", depth * 2 - #mark) .. mark .. "[" .. key_text(key) .. "] = " .. text
end

local function table_text(t, hints)
  local crumbs = hints and hints.crumbs or {}
  local writer = setmetatable({
    crumbs = crumbs,
    around = {},
    deepest = state.get_parameter("TableFormatLevel") or -1,
    mark = state.get_parameter("TableErrorHighlightCharacter") or "",
  }, Writer)
  return "(table) " .. writer:table(t, 1, #crumbs > 0)
end

local by_type = {
  string = function(value) return "(string) '" .. format.text(value) .. "'" end,
  number = function(value) return "(number) " .. format.number(value) end,
  boolean = function(value) return "(boolean) " .. tostring(value) end,
  ["nil"] = function() return "(nil)" end,
  table = table_text,
  userdata = function(value) return "(userdata) '" .. tostring(value) .. "'" end,
  thread = function(value) return "(thread) '" .. tostring(value) .. "'" end,
  ["function"] = function(value)
    local info = debug.getinfo(value, "S")
    local where = info and info.what ~= "C" and (" @ line %s in %s"):format(info.linedefined, info.short_src)
    return tostring(value) .. (where or "")
  end,
}

-- A list of arguments or results with its length in `n`, for the messages of spies.
format.list_type = {}

local function values_list(value)
  if type(value) ~= "table" or getmetatable(value) ~= format.list_type then return nil end
  local texts = {}
  for i = 1, value.n do texts[i] = state.format_argument(value[i]) end
  return "(values list) (" .. table.concat(texts, ", ") .. ")"
end

state.add_formatter(function(value, hints)
  return by_type[type(value)](value, hints)
end)
state.add_formatter(values_list)
state.set_parameter("TableFormatLevel", 3)
state.set_parameter("TableFormatShowRecursion", true)
state.set_parameter("TableErrorHighlightCharacter", "*")

return format
