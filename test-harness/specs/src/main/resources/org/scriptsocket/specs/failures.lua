-- What goes wrong in a spec, as a message with its place and the calls that led there.
local specs = specs

local FAILURE = {}
FAILURE.__index = FAILURE
FAILURE.__tostring = function(self) return self.message end

-- The calls of the spec; our own are of no interest to anybody.
local function calls(text)
  local lines = {}
  for line in text:gmatch("[^\n]+") do
    local ours = line:find("^%s*scriptsocket/") or line:find("^%s*%[Java%]") or line:find("^stack traceback:")
    if not ours then
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
