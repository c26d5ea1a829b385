--- the names of math
local n = {} for k, v in pairs(math) do if k ~= "nothing" then n[#n + 1] = k end end for _, k in ipairs {"abs", "acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "deg", "exp", "floor", "fmod", "frexp", "huge", "ldexp", "log", "log10", "max", "min", "mod", "modf", "pi", "pow", "rad", "random", "randomseed", "sin", "sinh", "sqrt", "tan", "tanh"} do io.write(k, "=", type(math[k]), " ") end print()
--- floor and ceil
print(math.floor(1.5), math.floor(-1.5), math.floor(2), math.ceil(1.2), math.ceil(-1.2), math.floor(1e15 + 0.5), math.ceil(-0.5), math.floor(2^31 + 0.5), math.floor("3.7"), math.floor(-0.0))
--- abs, max, min
print(math.abs(-5), math.abs(5), math.abs(-0.5), math.abs(-2^31), math.max(1, 2, 3), math.max(-1), math.min(3, 1, 2), math.max(1.5, 2), math.min(-1, -2), math.max("10", 9)) try "math.max()" try "math.min()" try "math.max('x')" try "math.abs()" try "math.abs({})" try "math.max(1, nil)"
--- powers and roots
print(math.sqrt(16), math.sqrt(2), math.sqrt(-1) ~= math.sqrt(-1), math.pow(2, 10), math.pow(2, 0.5), math.pow(-8, 1/3) ~= 0, math.exp(0), math.exp(1), math.log(1), math.log(math.exp(1)), math.log10(1000), math.log10(2), math.log(0), math.log10(0), math.exp(710), math.exp(-800))
--- a logarithm to a base is LuaJIT's
print(math.log(8, 2), math.log(100, 10))
--- angles
print(math.sin(0), math.sin(1), math.cos(0), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.atan2(-1, 0), math.atan2(0, 0), math.deg(math.pi), math.rad(180), math.sinh(1), math.cosh(1), math.tanh(1), math.pi, math.atan2(0, -1), math.tanh(100), math.sinh(0))
--- fmod, mod and modf
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(5.5, 2), math.mod(7, 3), math.fmod(1, math.huge)) print(math.modf(3.7)) print(math.modf(-3.7)) print(math.modf(5)) print(math.modf(math.huge)) print(math.modf(-math.huge)) print(math.modf(0.5), math.modf(-0.5))
--- frexp and ldexp
print(math.frexp(8)) print(math.frexp(0)) print(math.frexp(-0.75)) print(math.frexp(1e100)) print(math.ldexp(0.5, 4), math.ldexp(1, -1), math.ldexp(3, 10), math.ldexp(1, 1023), math.ldexp(0.5, -1000), math.frexp(2^53 + 2)) print(math.ldexp(1, 2000), math.frexp(1e-310))
--- random in its ranges
math.randomseed(42) for i = 1, 200 do local r = math.random() assert(r >= 0 and r < 1) r = math.random(6) assert(r >= 1 and r <= 6 and r == math.floor(r)) r = math.random(-3, 3) assert(r >= -3 and r <= 3 and r == math.floor(r)) end print(math.random(1), math.random(5, 5), math.random(-2, -2))
try "math.random(0)" try "math.random(2, 1)" try "math.random(1, 2, 3)" try "math.random('x')" try "math.random({})" try "math.randomseed()" try "math.randomseed('x')" try "math.random(-5)"
--- the same seed gives the same numbers
math.randomseed(7) local a, b = math.random(1000), math.random() math.randomseed(7) print(a == math.random(1000), b == math.random()) print(select("#", math.randomseed(1)))
--- huge and pi
print(math.huge, -math.huge, math.pi, math.huge > 1e308, math.huge - math.huge ~= 0, math.huge == math.huge + 1)
--- arguments of math functions
for _, f in ipairs {"acos", "asin", "atan", "ceil", "cos", "cosh", "deg", "exp", "floor", "frexp", "log", "log10", "modf", "rad", "sin", "sinh", "sqrt", "tan", "tanh"} do try("math." .. f .. "()") try("math." .. f .. "('x')") end for _, f in ipairs {"atan2", "fmod", "ldexp", "pow"} do try("math." .. f .. "(1)") try("math." .. f .. "({}, 1)") try("math." .. f .. "(1, 'y')") end
--- math takes strings that are numbers
print(math.sqrt("16"), math.floor("0x10"), math.max("2", 1), math.fmod("7", "4"))
--- rounding
local function round(x) return math.floor(x + 0.5) end print(round(2.5), round(-2.5), round(0.49999), round(1e15))
--- a generator of numbers with a large modulus
local x = 1 for i = 1, 1000 do x = (x * 16807) % 2147483647 end print(x) x = 12345 for i = 1, 100 do x = (x * 1103515245 + 12345) % 2^31 end print(x)
