-- find, match, gmatch and gsub with random patterns over random texts.
local atoms = {"a", "b", ".", "%a", "%d", "%w", "%s", "%p", "[ab]", "[^a]", "[a-c]", "[%d_]", "%.", "x", "%u", "[^%s]", "c", " ", "\200", "%z", "[\128-\255]"}
local function pattern()
  local s = random(6) == 1 and "^" or ""
  local open = 0
  for i = 1, random(4) do
    if random(4) == 1 then s = s .. "(" open = open + 1 end
    local kind = random(20)
    if kind == 1 then s = s .. "%b()" elseif kind == 2 then s = s .. "%f[%w]" elseif kind == 3 then s = s .. "()"
    elseif kind == 4 then s = s .. "%" .. random(2)
    else s = s .. pick(atoms) .. pick {"", "", "", "*", "+", "-", "?"} end
    if open > 0 and random(2) == 1 then s = s .. ")" open = open - 1 end
  end
  s = s .. (")"):rep(open)
  if random(25) == 1 then s = s .. pick {"%", "[", "(", ")", "[^", "[a", "%b", "%f"} end
  return random(8) == 1 and s .. "$" or s
end
local function text()
  local t = {}
  for i = 1, random(12) - 1 do t[i] = pick {"a", "b", "c", "x", "1", "_", " ", "(", ")", ".", "A", "\200", "\0", "ab"} end
  return table.concat(t)
end
local function all(t, p)
  local r = {}
  for a, b in t:gmatch(p) do r[#r + 1] = tostring(a) .. "," .. tostring(b) if #r > 20 then break end end
  return table.concat(r, ";")
end
for i = 1, 1500 do
  local p, t = pattern(), text()
  case(p, t, pcall(string.find, t, p, random(3) == 1 and random(5) - 2 or nil))
  case(pcall(string.match, t, p))
  case(pcall(string.gsub, t, p, pick {"<%0>", "-", "%1", "", "%%", function(a) return "{" .. tostring(a) .. "}" end, {a = "T", ["1"] = false}}))
  if p:sub(1, 1) ~= "^" then case(pcall(all, t, p)) end
end
