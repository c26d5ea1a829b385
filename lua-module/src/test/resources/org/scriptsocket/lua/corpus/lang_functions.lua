--- tail calls do not grow the stack
local function loop(n) if n == 0 then return "end" end return loop(n - 1) end
print(loop(100000))
local function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(pcall(even, 10001))
--- tail calls of methods and through pcall
local o = {} function o:count(n) if n == 0 then return "zero" end return self:count(n - 1) end
print(o:count(50000), pcall(o.count, o, 10000))
--- tail calls keep all results and arguments
local function id(...) return ... end
local function t(...) return id(...) end
print(t(1, nil, 3)) print(t()) print(select("#", t(nil, nil)))
print((function(...) return select("#", ...) end)(t(1, 2), t(3, 4)))
--- a tail call of a callable table
local c = setmetatable({}, {__call = function(self, n) return "called " .. tostring(n) end})
local function f(n) return c(n) end
print(f(3))
--- a tail call of a builtin keeps its name in errors
local function f() return string.rep() end
print(pcall(f))
local function g() return ("x"):rep({}) end
print(pcall(g))
local function h() return error("deep") end
print(pcall(h))
--- results are adjusted
local function f() return 1, 2, 3 end
local t = {f(), f()} print(#t)
t = {f(), (f())} print(#t)
t = {(f())} print(#t)
print(f(), 10) print(10, f()) print((f())) print(f() + 1)
local a, b, c, d = f() print(a, b, c, d)
--- calls with a string or a table
local function f(x) return type(x), x end
print(f "s") print(f 's') print(f [[long]]) print((f {1})) print(type(f), (f {}))
local o = {m = function(self, x) return x end}
print(o:m "s", #o:m {1, 2}, o:m [[l]])
--- calls chain
local function f(x) return function(y) return function(z) return x .. y .. z end end end
print(f "a" "b" "c", f("a")("b")("c"))
local t = {f = f} print(t.f "x" "y" "z", (t.f)("1")("2")("3"))
--- too many and too few arguments
local function f(a, b) return a, b end
print(f()) print(f(1)) print(f(1, 2, 3)) print(f(nil, 2))
print(select("#", f()))
--- a return without values
local function f() return end local function g() end
print(select("#", f()), select("#", g()), f()) print((f()))
print(pcall(f)) print(type(pcall(g)))
try "local function f() end return type(f())" try "local function f() return nil end return type(f())" try "tostring((function() end)())" try "tostring()"
--- recursion to a depth of hundreds
local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
print(depth(300))
--- recursion without end is an error that can be caught
local function f() return 1 + f() end
local ok, e = pcall(f)
print(ok, e:match("stack overflow"))
local ok, e = pcall(function() local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end return t.x end)
print(ok, type(e))
print(pcall(error, "after"))
--- stack overflow in a C function
local ok, e = pcall(function() local s = string.rep("x", 10) local function f() return (s:gsub(".", f)) end return f() end)
print(ok, type(e))
--- error values of all types
print(pcall(error, "s")) print(pcall(error, 5)) print(pcall(error, nil)) print(pcall(error, true)) print(pcall(error)) print(pcall(error, "x", 0)) print(pcall(error, "x", 1)) print(pcall(error, "x", 2))
local t = {} local ok, e = pcall(error, t) print(e == t) print(select("#", pcall(error)))
--- error levels
local function f(level) error("msg", level) end
local function g(level) f(level) end
for level = 0, 3 do print(pcall(g, level)) end
print(pcall(function() error("msg") end)) print(pcall(function() error("msg", 0) end)) print(pcall(function() error(5) end)) print(pcall(function() error({}) end) == false)
print(pcall(function() error("a", "2") end)) try "error('a', {})" try "error('a', 'b')" print(pcall(function() error("msg", 50) end)) print(pcall(function() error("msg", -1) end))
--- error with a line in a longer function
local function f()
  local x = 1

  error("line four")
end
print(pcall(f))
local function g()
  local x = nil
  local y = 1 +
    x
end
print(pcall(g))
--- pcall returns all
print(pcall(function() return 1, nil, 3 end)) print(pcall(function() end)) print(pcall(pcall, error, "e")) print(pcall(print)) try "pcall()" print(pcall(nil)) print(pcall(5)) print(pcall({}))
print(select("#", pcall(function() return nil, nil end)))
--- xpcall
print(xpcall(function() return 1, 2 end, print)) print(xpcall(function() error("e", 0) end, function(m) return m .. "!" end)) print(xpcall(error, function(m) return type(m) end))
try "xpcall()" try "xpcall(print)" print(xpcall(print, nil)) print(xpcall(function() error("x", 0) end, nil)) print(xpcall(nil, function(m) return m end)) print(xpcall(function() error({1}) end, function(t) return t[1], 2 end))
--- xpcall passes arguments on, as in LuaJIT
print(xpcall(function(...) return select("#", ...) end, print, 1, 2, 3))
--- xpcall with a handler that fails
print(xpcall(function() error("a", 0) end, function(m) error("b", 0) end))
print(xpcall(function() error("a", 0) end, function(m) local x = nil + 1 end))
--- xpcall's handler sees the stack
print(xpcall(function() local deep = "local of f" error("e", 0) end, function(m) return (debug.traceback("tb")):match("^tb\nstack traceback:") ~= nil end))
--- nested pcalls and rethrown errors
print(pcall(function()
  local ok, e = pcall(error, "inner", 0)
  error(e .. "+outer", 0)
end))
local ok, e = pcall(function() local ok, e = pcall(function() error({code = 7}) end) error(e) end)
print(ok, e.code)
--- assert
print(assert(1, 2, 3)) print(assert("x")) try "assert(false)" try "assert(nil)" try "assert(nil, 'msg')" try "assert(false, 'a', 'b')" try "assert()" try "assert(false, {})" try "assert(false, 5)" try "assert(false, nil)" try "assert(nil, false)"
print(select("#", assert(1, nil, nil)))
--- setfenv and getfenv
local function f() return x end
setfenv(f, {x = "in env"}) print(f(), getfenv(f).x)
x = "global" local function g() return x end print(g())
local h = setfenv(function() y = 1 return y end, {}) print(h(), y)
print(getfenv(1) == _G, getfenv() == _G, getfenv(0) == _G, getfenv(print) == _G)
--- setfenv of the running function
local print = print
local function f() setfenv(1, {x = 5}) return x end
x = 1
print(f(), x)
local function outer() local function inner() setfenv(2, {z = "outer's"}) end inner() return z end
print(outer())
--- closures inherit the environment of their maker
local function make() return function() return v end end
setfenv(make, {v = "made"})
print(make()(), v)
local env = {loadstring = loadstring} setfenv(make, env) env.v = "changed" print(make()())
--- setfenv and getfenv with bad arguments
try "setfenv()" try "setfenv(1)" try "setfenv(print, {})" try "setfenv({}, {})" try "setfenv(1, 1)" try "getfenv({})" try "getfenv(-1)" try "getfenv(100)" try "setfenv(100, {})" try "setfenv(-1, {})" try "getfenv('x')" try "setfenv('x', {})" try "getfenv(nil) == _G" try "setfenv(function() end, nil)"
--- a chunk's environment
local f = loadstring("a = 1 return b")
local env = {b = "b"} print(setfenv(f, env) == f, f(), env.a, a)
local f = loadstring("local function g() return q end return g") setfenv(f, {q = 1}) local g = f() setfenv(f, {q = 2}) print(g(), f()())
--- _G is a table like any other
print(_G._G == _G, _G.print == print) _G.foo = 5 print(foo) foo = nil print(_G.foo) _G["odd name"] = 1 print(_G["odd name"])
local old = _G _G = nil print(_G, type(old)) x = 1 print(old.x)
--- an environment with a metatable
local env = setmetatable({}, {__index = _G})
local f = setfenv(loadstring("new = 1 print(type(print), new)"), env) f() print(new, rawget(env, "new"))
--- functions compare by identity
local function f() return function() end end
print(f() == f(), f == f, (function() end) == (function() end))
--- string dump and load are functions
print(type(string.dump), type(loadstring), type(load), type(loadfile), type(dofile))
--- loadstring
print(loadstring("return 1 + 1")()) print(loadstring("x =")) print(loadstring("x =", "=name")) print(loadstring("x =", "@file.lua")) print(loadstring("x =", "some code")) print(loadstring("x =\nline two")) print(loadstring("return ...")(1, 2)) print(loadstring("")()) print(loadstring("return", "n")()) try "loadstring()" try "loadstring(nil)" try "loadstring({})" print(loadstring(5)) print(loadstring("error('e')", "=(chunk)") and pcall(loadstring("error('e')", "=(chunk)"))) print(pcall(loadstring("error('e')"))) print(pcall(loadstring("error('e')", "@a/b.lua")))
--- chunk names are cut
local long = ("x"):rep(100)
print(loadstring("=", "=" .. long)) print(loadstring("=", "@" .. long)) print(loadstring("=", long)) print(loadstring("= " .. long)) print(loadstring("=\nfoo")) print(loadstring("= a very long line of code that has to be cut somewhere because it is too long"))
print(loadstring("x = = 1", "@" .. ("dir/"):rep(30) .. "file.lua"))
--- load with a reader
local parts = {"return ", "1 ", "+ 2", nil}
local i = 0
print(load(function() i = i + 1 return parts[i] end)()) i = 0
print(load(function() i = i + 1 return ({"x", " =", ""})[i] end)) print(load(function() return nil end)()) print(load(function() error("reader", 0) end)) try "load()" i = 0
print(load(function() i = i + 1 return i == 1 and "x = =" or nil end, "=named")) i = 0
print(load(function() i = i + 1 return i == 1 and "x = =" or nil end))
--- load takes a string, as in LuaJIT
print(pcall(load, "return 5") ~= nil, (pcall(load, 'return 5')))
--- load with a reader that gives a table
print(load(function() return {} end))
--- closures of one function have their own upvalues
local function make(n) return function() n = n + 1 return n end end
local a, b = make(1), make(10) print(a(), a(), b(), a(), b())
--- upvalues survive their function, shared between closures in a loop
local get, set
do local v = 1 get = function() return v end set = function(x) v = x end end
set(5) print(get())
local fs = {} for i = 1, 2 do local j = 0 fs[i] = {inc = function() j = j + 1 end, get = function() return j + i * 100 end} end
fs[1].inc() fs[1].inc() fs[2].inc() print(fs[1].get(), fs[2].get())
--- recursive local functions through upvalues
local fact function fact(n) if n <= 1 then return 1 end return n * fact(n - 1) end
print(fact(10), fact(20), fact(25), fact(170))
--- a function with 250 arguments
local t = {} for i = 1, 250 do t[i] = i end
print(select("#", (function(...) return ... end)(unpack(t)))) print((function(...) local s = 0 for i = 1, select("#", ...) do s = s + select(i, ...) end return s end)(unpack(t)))
--- a comment at the end of a chunk without a newline
print(loadstring("return 5 -- comment")()) print(loadstring("--")()) print(loadstring("return 6 --[[ long ]]")())
--- a first line with # is skipped in all chunks, as by LuaJIT
print(loadstring("#!shebang\nreturn 7") ~= nil)
