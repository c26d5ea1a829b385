-- The text of numbers of all magnitudes, and back.
local function number()
  local kind = random(8)
  if kind == 1 then return random(1000) - 500 end
  if kind == 2 then return (random(2000000) - 1000000) / 100 end
  if kind == 3 then return random(2147483646) * random(2147483646) end
  if kind == 4 then return random(2147483646) / random(2147483646) end
  if kind == 5 then return random(1000000) * 10 ^ (random(30) - 15) end
  if kind == 6 then return 2 ^ (random(200) - 100) * (random(2) * 2 - 3) end
  if kind == 7 then return math.ldexp(random(2147483646), random(2000) - 1040) end
  return random(2147483646) + random(2147483646) / 2147483646
end
for i = 1, 3000 do
  local n = number()
  local s = tostring(n)
  case(s, n .. "" == s, tonumber(s) == n)
end
for i = 1, 500 do
  local s = pick {"", "-", "+", " ", "0x"} .. random(10000) .. pick {"", ".", ".5", "e5", "e-3", "E+2", ".25e1", "x", " ", "e", ".."} .. pick {"", "", "", "0", "f"}
  case(s, tonumber(s), tonumber(s, 16))
end
for i = 1, 500 do
  local a, b = number(), number()
  case(a % b, a / b, math.floor(a), a < b, a - b)
end
