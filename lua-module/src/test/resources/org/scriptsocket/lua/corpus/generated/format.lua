-- string.format with all conversions, flags, widths and precisions.
local function spec(letters, precision)
  local s = "%"
  for _, flag in ipairs {"-", "+", " ", "#", "0"} do if random(4) == 1 then s = s .. flag end end
  if random(2) == 1 then s = s .. random(20) end
  if precision and random(2) == 1 then s = s .. "." .. random(15) - 1 end
  return s .. pick(letters)
end
local function double()
  local kind = random(6)
  if kind == 1 then return (random(2000001) - 1000001) / 1000 end
  if kind == 2 then return random(2147483646) / 2147483647 * 10 ^ (random(40) - 20) end
  if kind == 3 then return random(100) - 50 end
  if kind == 4 then return (random(100) - 50) / 8 end
  if kind == 5 then return 10 ^ (random(30) - 15) end
  return pick {0, 0.5, 1.5, 2.5, 1e15, 123456789, 0.1, 1/3, 1e100, -1e-5, 99999.5, 0.000099999}
end
for i = 1, 1500 do
  local f = spec({"f", "e", "E", "g", "G"}, true)
  local n = double()
  case(f, (f):format(n))
end
for i = 1, 1000 do
  local f = spec({"d", "i", "x", "X", "o", "u"}, true)
  local n = random(3) == 1 and random(100) or random(2147483646) * random(1000)
  if f:sub(-1) == "d" or f:sub(-1) == "i" then n = random(2) == 1 and -n or n end
  case(f, n, (f):format(n))
end
local texts = {"", "a", "hello", "a longer text than most", "tab\tnl\n", "q\"uote\\", "\0zero", "\195\164\200"}
for i = 1, 600 do
  local f = "%" .. pick {"", "-"} .. pick {"", "5", "12", "1"} .. pick {"", ".", ".0", ".3", ".10"} .. "s"
  local t = pick(texts)
  case(f, (f):format(t), ("%q"):format(t))
end
for i = 1, 200 do
  local f = pick {"%d items", "%s=%s", "%5.1f%%", "[%-8s]", "%c%c", "%x%X"}
  case(f, pcall(string.format, f, pick {1, 65, "7", 3.5, "x"}, pick {2, 66, "8", "y"}))
end
