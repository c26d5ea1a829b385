-- What a script that is run from the command line finds besides `websocket`.
-- The program sets these two: write(line) writes one line of bytes, exit(status) ends the script call under way.
local write, exit = scriptsocket_write, scriptsocket_exit
scriptsocket_write, scriptsocket_exit = nil, nil

local tostring, tonumber, type, select = tostring, tonumber, type, select
local pairs, ipairs, rawequal, error = pairs, ipairs, rawequal, error
local concat, sort, rep, format, find = table.concat, table.sort, string.rep, string.format, string.find

function log(...)
  local texts = {}
  for i = 1, select("#", ...) do texts[i] = tostring((select(i, ...))) end
  write(concat(texts, "\t"))
end

print = log

-- Numbers first, then the rest by its text, so that the same table always looks the same.
local function before(a, b)
  if type(a) == "number" and type(b) == "number" then return a < b end
  if type(a) == "number" or type(b) == "number" then return type(a) == "number" end
  return tostring(a) < tostring(b)
end

local function key(k)
  if type(k) == "string" and not find(k, "^[%a_][%w_]*$") then return format("[%q]", k) end
  return tostring(k)
end

-- `around` are the tables that `value` stands in.
local function readable(value, around)
  if type(value) == "string" then return '"' .. value .. '"' end
  if type(value) ~= "table" then return tostring(value) end
  for _, outer in pairs(around) do
    if rawequal(outer, value) then return "{ ... }" end
  end
  local keys = {}
  for k in pairs(value) do keys[#keys + 1] = k end
  if #keys == 0 then return "{ }" end
  sort(keys, before)
  local depth = #around + 1
  around[depth] = value
  local lines = {}
  for i, k in ipairs(keys) do
    lines[i] = rep("  ", depth) .. key(k) .. " = " .. readable(value[k], around)
  end
  around[depth] = nil
  return "{\n" .. concat(lines, ",\n") .. "\n" .. rep("  ", depth - 1) .. "}"
end

function pprint(...)
  for i = 1, select("#", ...) do write(readable((select(i, ...)), {})) end
end

os = os or {}

function os.exit(code)
  if code == nil or code == true then code = 0 elseif code == false then code = 1 end
  local status = type(code) ~= "boolean" and tonumber(code)
  if not status then error("bad argument #1 to 'exit' (number expected, got " .. type(code) .. ")", 2) end
  exit(status)
end
