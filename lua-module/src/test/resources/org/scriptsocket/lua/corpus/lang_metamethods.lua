--- arithmetic metamethods
local mt = {}
for _, n in ipairs {"add", "sub", "mul", "div", "mod", "pow", "unm", "concat"} do mt["__" .. n] = function(a, b) return n .. " " .. type(a) .. " " .. type(b) end end
local x = setmetatable({}, mt)
print(x + 1, 1 + x, x - x, x * 2, 2 / x, x % 3, 3 ^ x, -x, x .. "s", "s" .. x, 1 .. x)
--- the left operand's metamethod goes first
local a = setmetatable({}, {__add = function() return "a" end})
local b = setmetatable({}, {__add = function() return "b" end})
print(a + b, b + a, a + 1, 1 + b, "5" + a)
--- unary minus passes its operand twice
local x x = setmetatable({}, {__unm = function(a, b) return rawequal(a, b) and rawequal(a, x) end})
print(-x)
--- a metamethod's first result counts
local x = setmetatable({}, {__add = function() return 1, 2, 3 end, __index = function() return 4, 5 end, __unm = function() end})
print(x + 1, x.foo, -x)
print((x + 1))
--- metamethods that are no functions
local x = setmetatable({}, {__add = 5, __call = 6, __concat = {}})
print(pcall(function() return x + 1 end)) print(pcall(function() return x() end)) print(pcall(function() return x .. 1 end))
--- callable tables as metamethods
local f = setmetatable({}, {__call = function(self, a, b) return "called" end})
local x = setmetatable({}, {__add = f, __index = f, __eq = f})
print(x + 1) print(x.foo)
--- __index as a table and a function
local base = {a = 1}
local x = setmetatable({b = 2}, {__index = base})
print(x.a, x.b, x.c)
local y = setmetatable({}, {__index = x})
print(y.a, y.b, y.c)
local z = setmetatable({}, {__index = function(t, k) return k .. "!" end})
print(z.foo, z[1], rawget(z, "foo"))
--- __index is not asked for what is there, even false
local x = setmetatable({a = false}, {__index = function() return "asked" end})
print(x.a, x.b)
--- __newindex as a function and a table
local log = {}
local x = setmetatable({a = 1}, {__newindex = function(t, k, v) log[#log + 1] = k .. "=" .. tostring(v) rawset(t, k, v) end})
x.a = 2 x.b = 3 x.b = 4 x.c = nil
print(table.concat(log, " "), x.a, x.b)
local store = {}
local y = setmetatable({}, {__newindex = store})
y.a = 1 print(rawget(y, "a"), store.a)
--- __newindex for integer keys
local log = {}
local x = setmetatable({}, {__newindex = function(t, k, v) log[#log + 1] = k rawset(t, k, v) end})
x[1] = 1 x[2] = 2 x[1] = 3 x[3] = nil x[2.5] = 1
print(table.concat(log, " "), #x)
--- __index chains end
local t = {}
for i = 1, 50 do t = setmetatable({}, {__index = t}) end
print(t.foo)
local a, b = {}, {}
setmetatable(a, {__index = b}) setmetatable(b, {__index = a})
print(pcall(function() return a.foo end)) print(pcall(function() a.foo = 1 return a.foo end))
setmetatable(a, {__newindex = b}) setmetatable(b, {__newindex = a})
print(pcall(function() a.bar = 1 end))
--- __index on a value that has no fields
local x = setmetatable({}, {__index = 5})
print(pcall(function() return x.foo end))
local y = setmetatable({}, {__newindex = 5})
print(pcall(function() y.foo = 1 end))
--- __call
local x = setmetatable({}, {__call = function(self, ...) return select("#", ...), ... end})
print(x()) print(x(1, nil)) print(pcall(x, "p"))
local y = setmetatable({}, {__call = x}) print(y(7))
--- __call of a call chain that fails
local x = setmetatable({}, {__call = 1})
print(pcall(x))
local ok, e = pcall(function() x(1) end) print(e)
--- __eq only for two of a type with the same handler
local eq = function(a, b) return true end
local a, b = setmetatable({}, {__eq = eq}), setmetatable({}, {__eq = eq})
local c = setmetatable({}, {__eq = function() return true end})
print(a == b, a ~= b, a == c, a == 1, a == {}, rawequal(a, b), not (a == b))
local r = setmetatable({}, {__eq = function() return nil end}) local mt = getmetatable(r)
print(r == setmetatable({}, mt), r == r)
--- __lt and __le
local mt = {__lt = function(a, b) return a.v < b.v end}
local function n(v) return setmetatable({v = v}, mt) end
print(n(1) < n(2), n(2) < n(1), n(1) > n(2), n(1) <= n(1), n(1) >= n(2), n(2) <= n(1))
mt.__le = function() return "le" end
print(n(2) <= n(1), n(1) >= n(2))
--- __lt of two tables with different handlers
local a = setmetatable({}, {__lt = function() return true end})
local b = setmetatable({}, {__lt = function() return true end})
print(pcall(function() return a < b end)) print(pcall(function() return a < 1 end)) print(pcall(function() return a <= {} end))
--- __concat
local mt = {__concat = function(a, b) return (type(a) == "table" and "T" or tostring(a)) .. "|" .. (type(b) == "table" and "T" or tostring(b)) end}
local x = setmetatable({}, mt)
print(x .. "a", "a" .. x, x .. x, 1 .. x, x .. nil, nil .. x, "a" .. "b" .. x, x .. "a" .. "b")
--- __len is for userdata only
local x = setmetatable({1, 2}, {__len = function() return 99 end})
print(#x)
--- __tostring
local x = setmetatable({}, {__tostring = function() return "me" end})
print(x, tostring(x)) print(pcall(function() return "a" .. x end))
local y = setmetatable({}, {__tostring = function() return 5 end})
print(tostring(y)) print(pcall(print, y))
local z = setmetatable({}, {__tostring = function() return {} end})
print(type(tostring(z))) print(pcall(print, z))
local w = setmetatable({}, {__tostring = function() return nil end})
print(pcall(print, w)) print(tostring(w))
--- __tostring gets its value, and print uses the global tostring
local x x = setmetatable({}, {__tostring = function(self) return tostring(rawequal(self, x)) end})
print(x)
local real = tostring
tostring = function(v) return "<" .. real(v) .. ">" end
print(1, "a", nil)
tostring = nil
local ok, e = pcall(print, 1)
tostring = real print(ok, e)
--- __metatable
local x = setmetatable({}, {__metatable = "locked"})
print(getmetatable(x)) print(pcall(setmetatable, x, {})) print(pcall(setmetatable, x, nil))
local y = setmetatable({}, {__metatable = false})
print(getmetatable(y)) print(pcall(setmetatable, y, {}))
print(getmetatable("").__index == string, getmetatable("x").__name)
--- metatables of other types
print(getmetatable(1), getmetatable(nil), getmetatable(true), getmetatable(print), getmetatable({}))
--- setmetatable returns its table and takes nil away
local t = {}
print(setmetatable(t, {}) == t, getmetatable(setmetatable(t, nil)))
try "setmetatable(1, {})" try "setmetatable({})" try "setmetatable({}, 1)" try "setmetatable()" try "getmetatable()" try "setmetatable({}, nil, 1)"
--- raw access does without metamethods
local x = setmetatable({}, {__index = function() return 1 end, __newindex = function() error("no") end, __eq = function() return true end})
rawset(x, "a", 5) print(rawget(x, "a"), rawget(x, "b"), x.b, rawequal(x, {}), rawequal(x, x))
print(rawequal("a", "a"), rawequal(1, 1.0), rawequal(1, "1"), rawequal(nil, nil))
try "rawget(1, 2)" try "rawset({}, 1)" try "rawset(1, 2, 3)" try "rawget({})" try "rawequal(1)" try "rawequal()" try "rawset({})" try "rawget()"
--- rawset returns its table
local t = {} print(rawset(t, 1, 2) == t, t[1])
--- pairs and ipairs do without metamethods
local x = setmetatable({1, 2}, {__index = function(t, k) if k < 5 then return k end end, __pairs = function() error("5.2") end, __ipairs = function() error("5.2") end})
for k, v in pairs(x) do io.write(k, "=", v, " ") end print()
for k, v in ipairs(x) do io.write(k, "=", v, " ") end print()
--- errors in metamethods have their place
local x = setmetatable({}, {__add = function(a, b)
  error("in add") end, __index = function(t, k) error("no field " .. k, 2) end})
print(pcall(function() return x + 1 end)) print(pcall(function() return x.foo end))
--- inheritance
local Animal = {} Animal.__index = Animal
function Animal.new(name) return setmetatable({name = name}, Animal) end
function Animal:speak() return self.name .. " makes a sound" end
local Dog = setmetatable({}, {__index = Animal}) Dog.__index = Dog
function Dog.new(name) local d = Animal.new(name) return setmetatable(d, Dog) end
function Dog:speak() return Animal.speak(self) .. ": woof" end
print(Animal.new("Cat"):speak(), Dog.new("Rex"):speak())
--- strings have methods
print(("abc"):upper(), ("x"):rep(3), ("%d"):format(5), #("abc"):sub(2), ("a"):byte())
local s = "hello" print(s:len(), s.len == string.len, s.foo == nil)
--- default values by metatable
local t = setmetatable({}, {__index = function(t, k) local v = k * 2 rawset(t, k, v) return v end})
print(t[1], t[2], rawget(t, 1), rawget(t, 3))
--- proxies count accesses
local n, real = 0, {a = 1}
local p = setmetatable({}, {__index = function(_, k) n = n + 1 return real[k] end, __newindex = function(_, k, v) n = n + 1 real[k] = v end})
p.x = 1 p.x = 2 print(p.x, p.a, n, next(p))
--- __mode does not take away what is held
local t = setmetatable({}, {__mode = "v"})
local held = {} t[1] = held t[2] = "string" t[3] = 5
collectgarbage()
print(t[1] == held, t[2], t[3])
--- weak values and keys go
local t = setmetatable({}, {__mode = "v"}) t.x = {} t[1] = {} t.n = 1 t.s = "s" t.f = function() end
local k = setmetatable({}, {__mode = "k"}) k[{}] = 1 k.s = {}
for i = 1, 5 do collectgarbage() end
print(t.x, t[1], t.n, t.s, (next(k)))
--- __mode set before and after the metatable is
local mt = {} local t = setmetatable({}, mt) mt.__mode = "k"
local key = {} t[key] = 1
print(t[key])
--- metamethods on the globals
setmetatable(_G, {__index = function(_, k) return "no " .. k end, __newindex = function(t, k, v) rawset(t, k, v * 2) end})
print(foo) bar = 5 print(bar) bar = 6 print(bar)
--- __index on a function value through a table of functions
local calls = {}
local t = setmetatable({}, {__index = function(t, k) return function(self, ...) return k, select("#", ...) end end})
print(t:foo(1, 2), t.bar(t))
--- __gc on a table does nothing
do local x = setmetatable({}, {__gc = function() print("gc") end}) end
collectgarbage() print("end")
--- comparison with mixed types never asks metamethods
local x = setmetatable({}, {__lt = function() return true end, __le = function() return true end, __eq = function() return true end})
print(x == 1, x == "x", x ~= nil) print(pcall(function() return x < "a" end))
--- __call with error names
local t = setmetatable({}, {__call = function(self, x) return x.y end})
print(pcall(t)) print(pcall(t, {y = 1}))
--- concat of many with a metamethod in the middle
local x = setmetatable({}, {__concat = function(a, b) return "<" .. (type(a) == "string" and a or "X") .. (type(b) == "string" and b or "X") .. ">" end})
print("a" .. "b" .. x .. "c" .. "d")
