--- multiple assignment evaluates before it assigns
local i, a = 3, {}
i, a[i] = i + 1, 20
print(i, a[3], a[4])
local x, y, z = 1, 2, 3
x, y, z = z, x, y
print(x, y, z)
--- multiple assignment to a table and its own index
local t = {1, 2}
local i = 1
i, t[i] = 2, "x"
print(i, t[1], t[2])
local a = {}
local b = a
a, a.x = 1, 2
print(a, b.x)
--- too few and too many values
local a, b, c
a, b, c = 1
print(a, b, c)
a, b = 1, 2, 3
print(a, b)
a, b, c = (function() return 1, 2 end)(), 10
print(a, b, c)
a, b, c = 10, (function() return 1, 2 end)()
print(a, b, c)
--- assignment order with functions
local log = {}
local function f(x) log[#log + 1] = x return x end
local t = {}
t[f("a")], t[f("b")] = f(1), f(2)
print(table.concat(log, " "), t.a, t.b)
--- varargs
local function f(...) return select("#", ...), ... end
print(f()) print(f(nil)) print(f(nil, nil)) print(f(1, nil, 3))
--- varargs are cut to one value in the middle
local function f(...) return ... end
print(f(1, 2), f(3, 4)) print((f(1, 2))) print(({f(1, 2), f(3, 4)})[3])
--- varargs in table constructors
local function t(...) return {...} end
print(#t(), #t(1, 2, 3))
local function u(...) return {..., "end"} end
print(#u(1, 2, 3), u(1, 2)[1], u(1, 2)[2])
local function v(...) return {"start", ...} end
print(#v(1, 2), v(1, 2)[3])
--- varargs in the middle of arguments
local function f(...) print("a", ..., "b") print(..., "c") print("d", ...) end
f(1, 2, 3) f()
--- the main chunk has varargs
print(select("#", ...))
print(loadstring("return select('#', ...), ...")(1, 2, nil))
--- arg in old vararg functions
local function f(...) return arg and arg.n, arg and arg[1] end
print(f("x", "y"))
local function g(...) local a = ... return arg, a end
print(g("x"))
--- a named parameter called arg
local function f(arg, ...) return arg, ... end
print(f(1, 2, 3))
--- select with negative and large positions
print(select(2, "a", "b", "c")) print(select(-1, "a", "b", "c")) print(select(-3, "a", "b", "c"))
print(select(4, "a", "b", "c")) print(select("#")) print(select("#", nil, nil)) print(select(1))
try "select(0, 1)" try "select(-2, 1)" try "select()" try "select('x', 1)" try "select({}, 1)" try "select('2', 1, 2, 3)" try "select(1.9, 'a', 'b')"
--- unpack
print(unpack({1, 2, 3})) print(unpack({1, 2, 3}, 2)) print(unpack({1, 2, 3}, 2, 3)) print(unpack({1, 2, 3}, 3, 2))
print(unpack({1, 2}, 1, 4)) print(unpack({}, 1, 2)) print(unpack({[0] = "z", "a"}, 0, 1)) print(unpack({[-1] = "m"}, -1, 0))
print(unpack({})) print(select("#", unpack({}, 1, 3)))
--- unpack with bad arguments
try "unpack()" try "unpack(nil)" try "unpack('x')" try "unpack({}, {})" try "unpack({}, 1, 'x')" try "unpack({}, '1', '2')"
try "unpack({}, 1, 1e7)" try "unpack({}, 1, 1e8)" try "unpack({}, -1e8, 1e8)"
--- unpack of many values
local t = {}
for i = 1, 5000 do t[i] = i end
print(select("#", unpack(t)), (select(5000, unpack(t))))
--- table constructors of all kinds
local t = {10, 20; 30, x = "x", ["y z"] = "yz", [1 + 1] = "lost?", 40, [100] = 100, [true] = "T", }
print(t[1], t[2], t[3], t[4], t.x, t["y z"], t[100], t[true], #t)
--- constructors with nils
print(#{nil}, #{nil, nil}, #{1, nil}, #{nil, 2}, #{1, nil, 3}, #{1, 2, nil, 4}, #{nil, nil, 3}, #{n = 1})
print(#{1, 2, nil}, #{1, nil, nil}, #{1, 2, 3, nil, 5, nil}, #{(nil)}, #{nil, nil, nil, 4, nil})
--- constructors with nils from calls
local function nils(...) return ... end
print(#{nils(1, nil)}, #{nils(nil, nil, 3)}, #{nils()}, #{nils(nil)}, #{1, nils(2, nil, 4)})
--- length after removal at the end
local t = {1, 2, 3, 4, 5}
t[#t] = nil print(#t) t[#t] = nil print(#t) t[#t] = nil t[#t] = nil t[#t] = nil print(#t)
t[#t + 1] = "a" t[#t + 1] = "b" print(#t, t[1], t[2])
--- length grows one by one
local t = {}
for i = 1, 100 do t[i] = i assert(#t == i) end
for i = 100, 1, -1 do t[i] = nil assert(#t == i - 1, i) end
print(#t)
--- length of tables filled backwards
local t = {}
for i = 10, 1, -1 do t[i] = i end
print(#t)
for i = 1, 4 do t[i + 10] = i end
print(#t)
--- length of a string is bytes
print(#"", #"abc", #"\0\0", #"äö", #"\255\254")
--- equality
print(1 == 1.0, "1" == 1, nil == false, 0 == -0, {} == {}, "a" == "a", print == print, 0/0 == 0/0)
local t = {} print(t == t, t ~= t, t ~= {}, "x" ~= "x")
--- order of strings
print("a" < "b", "a" < "B", "" < "a", "a" < "aa", "Z" < "a", "10" < "9", "a\0b" < "a\0c", "a\0" > "a", "\255" > "a")
--- order needs two numbers or two strings
try "1 < 'x'" try "'x' < 1" try "{} < {}" try "{} < 1" try "nil < 1" try "1 < nil" try "nil <= nil" try "true < false"
try "print < print" try "'a' >= 1" try "1 > {}" try "{} >= 1" try "function() end < {}"
--- nan is equal to nothing and in no order
local nan = 0/0
print(nan == nan, nan ~= nan, nan < 1, nan > 1, nan <= nan, 1 <= nan)
--- and, or, not
print(nil and 1, false and 1, 1 and 2, nil or 1, false or nil, 1 or 2, not nil, not 0, not "", not false)
print(nil and nil or 3, false == nil or 5, 1 and nil or 2, (1 and false) == false)
--- and and or do not evaluate more than they must
local function f(x) io.write("f", tostring(x), " ") return x end
print(f(1) and f(2), f(nil) and f(3), f(1) or f(2), f(false) or f(4))
--- and and or cut to one value
local function two() return 1, 2 end
print(two() or 3) print(nil or two()) print(true and two()) print((two()))
--- values in conditions
for _, v in ipairs({0, "", "false", {}, true}) do io.write(v and "yes " or "no ") end
print(nil and "yes" or "no", false and "yes" or "no")
--- types of everything
print(type(nil), type(true), type(1), type("s"), type({}), type(print), type(function() end), type(coroutine.create(function() end)), type(io.stdout))
--- keys of tables
local t, k = {}, {}
t[1] = "int" t[1.5] = "frac" t["1"] = "string" t[k] = "table" t[print] = "function" t[true] = "bool" t[-1] = "neg" t[0] = "zero"
print(t[1], t[1.0], t[1.5], t["1"], t[k], t[print], t[true], t[-1], t[0], t[-0], t[2^53], t.nothing)
t[2^53] = "big" print(t[2^53], t[9007199254740992])
--- keys that are no keys
try "local t = {} t[nil] = 1" try "local t = {} t[0/0] = 1" try "return ({})[nil]" try "return ({})[0/0]"
try "rawset({}, nil, 1)" try "rawset({}, 0/0, 1)" try "return {[nil] = 1}" try "return {[0/0] = 1}" try "rawget({}, nil)"
--- integer keys as floats
local t = {}
t[3.0] = "three" t[2^31] = "2^31" t[-2^31] = "-2^31" t[1e15] = "1e15"
print(t[3], t[2147483648], t[-2147483648], t[1000000000000000], next({[1.0] = 1}))
--- strings as table keys with nul
local t = {["a\0b"] = 1, ["a\0c"] = 2, ["a"] = 3}
print(t["a\0b"], t["a\0c"], t.a)
--- numbers and strings convert in arithmetic
print("10" + 5, "3" * "4", 10 .. 20, "0x10" + 0, " 5 " + 1, -"2", "1e2" + 0, 2 ^ "3", "10" % 3, "7" / 2)
--- strings that are no numbers do not convert
try "'a' + 1" try "1 + 'a'" try "'' + 1" try "'1 2' + 1" try "-'x'" try "{} + 1" try "'10' + {}" try "nil * 2" try "true - 1" try "print / 2" try "2 ^ {}" try "2 % nil"
--- concatenation
print(1 .. 2, "a" .. 1.5, 1e15 .. "", -0.5 .. "", 2^53 .. "|")
try "'a' .. nil" try "nil .. 'a'" try "{} .. 'x'" try "'x' .. {}" try "true .. ''" try "1 .. {}" try "'a' .. print"
--- concatenation is right associative
local mt = {__concat = function(a, b) return setmetatable({s = "(" .. (type(a) == "table" and a.s or a) .. "," .. (type(b) == "table" and b.s or b) .. ")"}, getmetatable(type(a) == "table" and a or b)) end}
local x = setmetatable({s = "x"}, mt)
print(("a" .. x .. "b" .. "c").s, (x .. 1 .. 2).s, ("a" .. "b" .. x).s)
--- length of what has none
try "#nil" try "#5" try "#true" try "#print" try "local x = {} return #x.y"
--- indexing what has no fields
try "local x return x.y" try "local x return x.y.z" try "local x = {} return x.y.z" try "local x x.y = 1" try "return (1).x" try "return ('x').y.z" try "nosuch.field = 1" try "return nosuch.field" try "return true.x"
--- calling what is no function
try "local x x()" try "nosuch()" try "local t = {} t.f()" try "local t = {} t:m()" try "('x')()" try "(1)()" try "({})()" try "local s = 'x' s:nosuch()" try "local t = {a = {}} t.a.b.c()" try "string.nosuch()" try "nil()" try "local t = {} t[1]()" try "local t = {} local k = 'key' t[k]()"
--- errors name upvalues and fields
local up
try "nosuch = nil + 1" print(pcall(function() return up.x end)) print(pcall(function() return up() end)) print(pcall(function() return up + 1 end)) print(pcall(function() return 1 .. up end)) print(pcall(function() return -up end)) print(pcall(function() return #up end))
local t = {}
print(pcall(function() return t.a + 1 end)) print(pcall(function() return t.a.b.c end)) print(pcall(function() return 1 + t.a end)) print(pcall(function() return t.x .. "s" end)) print(pcall(function() return #t.x end)) print(pcall(function() return t.x < 1 end))
print(pcall(function() local a = {} return a.b.c end)) print(pcall(function() local a = "x" return a + 1 end)) print(pcall(function() local a, b = 1 return a + b end)) print(pcall(function() global.x = 1 end)) print(pcall(function() return global + 1 end))
