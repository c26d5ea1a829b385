-- Writes after each expression of the standard input what it gives: lua5.1 record.lua < cases > recorded
local function shown(value)
  return (tostring(value):gsub("[^ -~]", function(c) return string.format("<%02x>", c:byte()) end))
end

function show(expression)
  local code = "local r = {n = select('#', " .. expression .. "), " .. expression .. "} return r"
  local fine, values = pcall(assert(loadstring(code, "=x")))
  if not fine then return "! " .. values:gsub("^x:%d+: ", "") end
  local texts = {}
  for i = 1, values.n do texts[i] = shown(values[i]) end
  return table.concat(texts, " | ")
end

if arg then
  for line in io.lines() do
    local expression = line:match("^(.-) %-%->.*$") or line
    print(expression .. " --> " .. show(expression))
  end
end
