--- how numbers are shown
print(1, -1, 0, 0.5, -0.5, 100, 1e2, 1e10, 1e14, 1e15, 1e16, 1e100, 1.5e300, 1e-5, 1e-4, 123456789012345, 1234567890123456)
print(1/3, 2/3, 0.1, 0.2, 0.1 + 0.2, 1/7, 100/3, 1e15/3, 3.14159265358979, 1234567.89)
print(2^31, 2^32, 2^53, 2^63, 2^64, 2^-1, 2^-10, 2^1023, 5e-324, 1.7976931348623157e308)
print(1/0, -1/0, math.huge, -math.huge)
--- numbers as they are written
print(3, 3.0, 3.1416, 314.16e-2, 0.31416E1, 0xff, 0x56, 0XA, .5, 5., 3e2, 3E+2, 3e-2, 08, 010, 0xffffffff, 0x7fffffff)
--- malformed numbers
try "return 3x" try "return 0xg" try "return 1e" try "return 1e+" try "return 1..2" try "return 1.2.3" try "return 0x" try "return 3_000" try "return 1e5x" try "return .5.5" try "return 5a" try "return 0b1" try "return 1ee5" try "return 12abc"
--- integers in arithmetic past 2^31 and 2^53
print(2147483647 + 1, -2147483648 - 1, 2147483647 * 2, 65536 * 65536, 2147483647 * 2147483647, -2147483648 * -1, 2^53 + 1, 9007199254740993)
print(4294967296 * 4294967296, 1e15 + 1, 99999999999999 + 1, 1073741824 * 2 + 2147483647)
--- division
print(7 / 2, -7 / 2, 7 / -2, 6 / 2, 1 / 0, -1 / 0, 0 / 5, 1e300 / 1e-300, 10 / 4)
--- modulo of negatives and fractions
print(7 % 3, -7 % 3, 7 % -3, -7 % -3, 5.5 % 2, -5.5 % 2, 5.5 % -2, 0 % 5, -0 % 5, 6 % 3, -6 % 3, 1e15 % 7)
print(5 % 0.5, 0.3 % 0.1, 2^53 % 3, 5 % 1, -1 % 1)
--- modulo of an infinite number
print(1 % math.huge, -1 % math.huge, math.huge % 2)
--- powers
print(2 ^ 10, 2 ^ 0.5, (-8) ^ 2, 2 ^ -1, 0 ^ 0, 10 ^ 2, -2 ^ 2, 2 ^ 3 ^ 2, (2 ^ 3) ^ 2, 4 ^ 0.5, 10 ^ 15, 10 ^ 16, 8 ^ (1/3))
--- unary minus
print(-5, - -5, -(-5), -"3", -(2 ^ 2), -2 ^ 2, not not 1, - - - 1)
--- negative zero
local z, m = 0, -1
print(-z, 1 / -z, z == -z, 1 / (z * m), z * m, z / m)
--- precedence
print(1 + 2 * 3, (1 + 2) * 3, 2 * 3 % 4, 2 + 3 .. 4 + 5, 1 .. 2 == "12", not 1 == 2, not (1 == 2), 1 < 2 == true, -3 ^ 2, 2 ^ -1)
print(1 or 2 and 3, (1 or 2) and 3, nil and 1 or 2, 1 + 1 == 2 and "yes" or "no", "a" .. "b" == "ab" and 1, #"abc" + 1, -#"abc", not nil == true, 2 * -3, 5 - -3, 5 - - 3)
print(8 - 4 - 2, 64 / 4 / 4, 2 ^ 2 ^ 3, "a" .. "b" .. "c", 7 % 4 % 2, 1 < 2 and 2 < 3, 5 > 3 ~= false)
--- comparisons
print(1 < 2, 1 <= 1, 2 > 1, 1 >= 2, -1 < 0, 1e10 > 1e9, 1 ~= 1, 0.1 + 0.2 == 0.3, 0.5 == 1/2, 1 == 1.0)
--- numeric for, ordinary and edge
local function loop(a, b, c) local r = {} for i = a, b, c or 1 do r[#r + 1] = tostring(i) if #r > 8 then break end end return table.concat(r, " ") end
print(loop(1, 3)) print(loop(3, 1)) print(loop(3, 1, -1)) print(loop(1, 2, 0.5)) print(loop(1, 0)) print(loop(0, 0)) print(loop(-1, -3, -1))
print(loop(1, 3.5)) print(loop(1.5, 4)) print(loop(1, math.huge)) print(loop(-3, 3, 3)) print(loop(0.1, 0.5, 0.1)) print(loop(10, 1)) print(loop(1, -math.huge, -1))
print(loop(2147483646, 2147483648)) print(loop(2147483645, 2147483647)) print(loop(-2147483647, -2147483649, -1)) print(loop(1e15, 1e15 + 2)) print(loop(1, 10, 4)) print(loop("1", "3"))
--- numeric for with a step of zero
local n = 0
for i = 1, 3, 0 do n = n + 1 if n > 5 then break end end
print(n)
for i = 1, 0, 0 do n = n + 1 if n > 10 then break end end
print(n)
for i = 3, 1, 0 do n = n + 1 if n > 20 then break end end
print(n)
--- numeric for evaluates its limits once
local function f(x) io.write("f", x, " ") return x end
for i = f(1), f(2), f(1) do io.write(i, " ") end
print()
--- numeric for wants numbers
try "for i = 'a', 2 do end" try "for i = 1, 'b' do end" try "for i = 1, 2, 'c' do end" try "for i = nil, 2 do end" try "for i = 1, nil do end" try "for i = 1, 2, {} do end" try "for i = {}, 'x' do end" try "for i = '1', '2' do io.write(i) end"
--- numeric for with strings has numbers as its variable
for i = "1", "2" do print(type(i), i) end
--- nan in for
local n = 0
for i = 0/0, 1 do n = n + 1 end for i = 1, 0/0 do n = n + 1 end for i = 1, 2, 0/0 do n = n + 1 end
print(n)
--- generic for
for k, v in next, {"a"} do print(k, v) end
for a, b, c, d in function(s, c) if c < 3 then return c + 1, "x", nil, s end end, "state", 0 do print(a, b, c, d) end
for x in ("a b c"):gmatch("%a") do io.write(x, ";") end print()
for i, v in ipairs({1, 2, nil, 4}) do io.write(i, "=", v, " ") end print()
--- generic for wants a function
try "for x in nil do end" try "for x in {} do end" try "for x in 5 do end" try "for x in pairs(nil) do end" try "for x in ipairs() do end" try "for a in 'x' do end"
--- generic for ends at nil, not at false
local n = 0
for x in function() n = n + 1 if n < 3 then return false end end do io.write(tostring(x), " ") end
print(n)
--- generic for calls a callable table
local c = setmetatable({}, {__call = function(self, s, i) i = i + 1 if i <= s then return i end end})
for i in c, 3, 0 do io.write(i, " ") end
print()
--- tostring and tonumber go round
for _, n in ipairs({0.1, 1e15, 123456.789, 1e-10, -2.5, 2^40}) do print(n, tonumber(tostring(n)) == n) end
--- big loops keep exact counts
local s = 0
for i = 1, 100000 do s = s + i end
print(s)
s = 0
for i = 0, 1, 0.1 do s = s + 1 end
print(s)
--- integers and floats as the same key
local t = {}
for i = 1, 10 do t[i / 1] = i end
print(#t, t[5], t[10 / 2], t[2.5 * 2])
--- numbers in strings join
print(1 .. "", 1.0 .. "", -1 .. "", 1e3 .. "", 2^24 .. "", 0.1 .. "", 1e100 .. "", 123456.789e3 .. "")
--- number limits
print(math.huge == 1/0, -math.huge == -1/0, 1e308 * 10, -1e308 * 10, 1e-320, 1e-330, 1e309)
--- comparisons of integers with floats
print(1 < 1.5, 2147483647 < 2147483648, -2147483648 > -2147483649, 3 == 3.0000000000000001, 2^53 == 2^53 + 1)
--- hexadecimal numbers
print(0xffffffffff, 0xdeadbeef, 0xABCDEF, 0x0, 0X1f)
