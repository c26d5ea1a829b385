--- recursion without end => error: stack overflow
local function f() return 1 + f() end
f()
--- recursion by pcall => fine
local function f() local ok, e = pcall(f) return ok end
f()
--- recursion by xpcall in handlers => instructions|fine|time
local function f() return xpcall(f, f) end
f()
--- recursion by an index => error: stack overflow
local t = setmetatable({}, {})
getmetatable(t).__index = function(_, k) return t[k .. "x"] end
return t.x
--- recursion by a comparison => error: stack overflow
local a, b = setmetatable({}, {}), setmetatable({}, {})
local function same(x, y) return x == y end
getmetatable(a).__eq = same
getmetatable(b).__eq = same
return a == b
--- recursion by a concatenation => error: stack overflow
local t = setmetatable({}, {__concat = function(a, b) return a .. b end})
return t .. "x"
--- recursion by tostring => error: stack overflow
local t = setmetatable({}, {__tostring = function(x) return tostring(x) end})
tostring(t)
--- recursion by an error's message => error
local t = setmetatable({}, {__tostring = function(x) return tostring(x) end})
error(t)
--- recursion by gsub => error: stack overflow
local function f(c) return (c:gsub(".", f)) end
f("x")
--- recursion by sort => error: stack overflow
local function f() table.sort({1, 2, 3}, f) end
f()
--- recursion by load => error: stack overflow
s = "return load(s)()+0"
load(s)()
--- recursion by require => error
package.preload.again = function() package.loaded.again = nil return require("again") end
require("again")
--- recursion by coroutines => error
local function f() return coroutine.wrap(f)() + 1 end
f()
--- an index that is a long chain => error: loop
local t = {}
for i = 1, 1e4 do t = setmetatable({}, {__index = t}) end
return t.x
--- an index that is its own => error: loop
local t = setmetatable({}, {})
getmetatable(t).__index = t
return t.x
--- a newindex that is its own => error: loop
local t = setmetatable({}, {})
getmetatable(t).__newindex = t
t.x = 1
--- a call that is its own => error
local t = setmetatable({}, {})
getmetatable(t).__call = t
t()
--- brackets that open very often => fine
for _, open in ipairs {"(", "{", "- ", "not ", "function() return ", "a[", "1 .. ", "1 ^ ", "f"} do
  local ok, why = load("return " .. open:rep(2e4))
  assert(not ok or open == "f", open)
end
assert(not load(("do "):rep(1e5)))
--- patterns that open very often => error
(("x"):rep(1e5)):find(("(x"):rep(1e5))
--- patterns that are optional very often => error: pattern too complex
(("x"):rep(1e5)):find(("x?"):rep(1e5))
--- arguments that grow with each tail call => error|instructions|memory|time
local function f(...) return f(1, ...) end
f()
--- results that grow with each return => error
local function f(n) if n > 0 then return n, f(n - 1) end end
return select("#", f(1e6))
--- pcall of pcall of pcall => fine
local all = {}
for i = 1, 200 do all[i] = pcall end
assert(pcall(unpack(all)) == true)
--- pcall of very many pcalls => fine
local all = {}
for i = 1, 1e5 do all[i] = pcall end
pcall(unpack(all))
--- a first use of the library at the bottom of the stack => fine
local uses = {
  function() return ("%5.2f %q %x %a"):format(1 / 3, "x", 255, 1 / 3) end,
  function() return os.date("%c", 0) end,
  function() return os.time({year = 2020, month = 1, day = 1}) end,
  function() return ("x"):gsub("(x)%f[%z]", "%1%0") end,
  function() return tonumber("0x1p-10") + tonumber("1e308") + tonumber("zz", 36) end,
  function() return load("return function(...) local a <close> = {...} end") end,
  function() return table.sort({3, 1, 2}, function(a, b) return a > b end) end,
  function() return coroutine.wrap(function() coroutine.yield(1) end)() end,
  function() return bit.bxor(1, 2) + bit32.bnot(1) end,
  function() return websocket.connect("ws://peer.example/x", {headers = "a: b"}, function() end) end,
  function() return newproxy(true), collectgarbage("count"), debug.traceback() end,
  function() return require("nothing") end,
  function() return tostring(2 ^ 70) .. 1e-300 .. 1 / 3 end,
  function() error({}) end,
}
local function deep(use) if not pcall(deep, use) then pcall(use) end end
for _, use in ipairs(uses) do deep(use) end
for _, use in ipairs(uses) do pcall(use) end
