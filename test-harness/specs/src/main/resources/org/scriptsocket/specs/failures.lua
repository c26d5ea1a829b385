-- What goes wrong in a spec, as a message with its place and the calls that led there.
local specs = specs

local FAILURE = {}
FAILURE.__index = FAILURE
FAILURE.__tostring = function(self) return self.message end

-- Ways into the calls of a spec and out of them, which say nothing.
local PASSAGES = { "^%s*scriptsocket/", "^%s*%[Java%]", "^stack traceback:", "^%s*%(tail call%)", "^%s*%[C%]: %?" }
for _, name in ipairs { "error", "xpcall", "pcall" } do
  PASSAGES[#PASSAGES + 1] = "^%s*%[C%]: in function '" .. name .. "'"
end

local function is_passage(line)
  for _, pattern in ipairs(PASSAGES) do
    if line:find(pattern) then
      return true
    end
  end
  return false
end

-- The calls of the spec; our own are of no interest to anybody.
local function calls(text)
  local lines = {}
  for line in text:gmatch("[^\n]+") do
    if not is_passage(line) then
      lines[#lines + 1] = (line:gsub("^%s+", ""))
    end
  end
  return table.concat(lines, "\n")
end

local function text(value)
  if type(value) == "string" or type(value) == "number" then
    return tostring(value)
  end
  local meta = type(value) == "table" and getmetatable(value)
  if type(meta) == "table" and meta.__tostring then
    return tostring(value)
  end
  return "(error object is a " .. type(value) .. " value)"
end

function specs.failure(message, traceback)
  return setmetatable({ message = message, traceback = calls(traceback or "") }, FAILURE)
end

function specs.is_failure(value)
  return type(value) == "table" and getmetatable(value) == FAILURE
end

-- For xpcall: what was thrown as a failure. One that was a failure already stays what it is.
function specs.handler(thrown)
  if specs.is_failure(thrown) then
    return thrown
  end
  return specs.failure(text(thrown), debug.traceback("", 2))
end
