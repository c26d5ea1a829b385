--- values go in and out
local co = coroutine.create(function(a, b) local c = coroutine.yield(a + b) local d, e = coroutine.yield(c * 2) return d + e, "end" end)
print(coroutine.resume(co, 1, 2)) print(coroutine.resume(co, 10)) print(coroutine.resume(co, 3, 4)) print(coroutine.resume(co)) print(coroutine.status(co))
--- status
local co co = coroutine.create(function() print(coroutine.status(co)) local inner = coroutine.create(function() print(coroutine.status(co)) end) coroutine.resume(inner) print(coroutine.status(inner)) coroutine.yield() end)
print(coroutine.status(co)) coroutine.resume(co) print(coroutine.status(co)) coroutine.resume(co) print(coroutine.status(co))
--- wrap
local f = coroutine.wrap(function(...) local n = select("#", ...) while true do n = n + select("#", coroutine.yield(n)) end end)
print(f(1, 2), f(), f(nil), f(1, 2, 3))
local g = coroutine.wrap(function() return 1 end) print(g()) print(pcall(g))
--- generators in for
local function range(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i, i * i) end end) end
for i, sq in range(4) do io.write(i, ":", sq, " ") end print()
--- permutations
local function permgen(a, n) if n == 0 then coroutine.yield(a) else for i = 1, n do a[i], a[n] = a[n], a[i] permgen(a, n - 1) a[i], a[n] = a[n], a[i] end end end
for p in coroutine.wrap(function() permgen({"a", "b", "c"}, 3) end) do io.write(table.concat(p), " ") end print()
--- errors in coroutines
local co = coroutine.create(function() error("oops") end) print(coroutine.resume(co)) print(coroutine.status(co)) print(coroutine.resume(co))
co = coroutine.create(function() error({code = 1}) end) local ok, e = coroutine.resume(co) print(ok, type(e), e.code)
co = coroutine.create(function() local x = nil + 1 end) print(coroutine.resume(co)) co = coroutine.create(function() error() end) print(coroutine.resume(co)) co = coroutine.create(function() error("lvl", 0) end) print(coroutine.resume(co))
--- errors through wrap
print(pcall(coroutine.wrap(function() error("oops") end))) local ok, e = pcall(coroutine.wrap(function() error({1}) end)) print(ok, type(e)) print(pcall(coroutine.wrap(function() error("x", 0) end)))
--- resume of what can not be
local co = coroutine.create(function() end) coroutine.resume(co) print(coroutine.resume(co)) co = coroutine.wrap(function() return co() end) print(pcall(co))
local self self = coroutine.create(function() return coroutine.resume(self) end) print(coroutine.resume(self))
--- resume of the resumer
local a, b a = coroutine.create(function() return coroutine.resume(b) end) b = coroutine.create(function() return coroutine.resume(a) end) print(coroutine.resume(a))
--- arguments
try "coroutine.create()" try "coroutine.create(1)" try "coroutine.create({})" try "coroutine.create(print) ~= nil" try "coroutine.resume()" try "coroutine.resume(1)" try "coroutine.status()" try "coroutine.status({})" try "coroutine.wrap()" try "coroutine.wrap(5)" try "coroutine.resume(print)"
--- yield outside of a coroutine
print(pcall(coroutine.yield)) print(pcall(coroutine.yield, 1)) try "coroutine.yield(1)"
--- running
print(coroutine.running()) print(type(coroutine.wrap(function() return coroutine.running() end)())) local co co = coroutine.create(function() return coroutine.running() == co end) print(coroutine.resume(co))
--- yield across pcall
print(pcall(coroutine.wrap(function() print(pcall(function() coroutine.yield(1) end)) return "end" end)))
--- yield across a metamethod or an iterator
local co = coroutine.create(function() local t = setmetatable({}, {__index = function(t, k) coroutine.yield(k) end}) return t.x end) print(coroutine.resume(co)) co = coroutine.create(function() for x in function() coroutine.yield("it") end do end return "done" end) print(coroutine.resume(co))
--- yield from table.sort and gsub
local co = coroutine.create(function() table.sort({3, 2, 1}, function(a, b) coroutine.yield() return a < b end) end) print(coroutine.resume(co)) co = coroutine.create(function() return (("abc"):gsub(".", function() coroutine.yield() end)) end) print(coroutine.resume(co))
--- many values through resume and yield
local co = coroutine.create(function(...) return select("#", ...), select("#", coroutine.yield(...)) end) print(select("#", coroutine.resume(co, unpack({}, 1, 100)))) print(coroutine.resume(co, unpack({}, 1, 50)))
--- producers and consumers
local producer = coroutine.create(function() for _, v in ipairs {"a", "b", "c"} do coroutine.yield(v) end end)
local function filter(p) return coroutine.create(function() local n = 1 while true do local ok, v = coroutine.resume(p) if not v then return end coroutine.yield(n .. v) n = n + 1 end end) end
local f = filter(producer) while true do local ok, v = coroutine.resume(f) if not v then break end io.write(v, " ") end print(coroutine.status(f), coroutine.status(producer))
--- a builtin as the body
print(coroutine.resume(coroutine.create(print), 1, 2)) print(coroutine.wrap(string.upper)("x")) print(coroutine.resume(coroutine.create(error), "e")) print(coroutine.resume(coroutine.create(coroutine.yield), 1, 2))
--- locals live in suspended coroutines
local function gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end return "over" end) end
local a, b = gen(2), gen(3) print(a(), b(), a(), b(), a(), b(), b())
--- a coroutine inside a coroutine
local outer = coroutine.wrap(function() local inner = coroutine.wrap(function() coroutine.yield(1) coroutine.yield(2) end) coroutine.yield(inner()) coroutine.yield(inner()) return "o" end) print(outer(), outer(), outer())
--- pcall in a coroutine catches
print(coroutine.resume(coroutine.create(function() return pcall(error, "in") end))) print(coroutine.wrap(function() local ok, e = pcall(function() error({5}) end) return ok, e[1] end)())
--- environments of coroutines
local env = {x = 5} local f = function() return x end setfenv(f, env) print(coroutine.wrap(f)())
--- one hundred coroutines at once
local all = {} for i = 1, 100 do all[i] = coroutine.create(function(x) local y = coroutine.yield(x + i) return y * i end) end local s = 0 for i = 1, 100 do local _, v = coroutine.resume(all[i], 1) s = s + v end for i = 1, 100 do local _, v = coroutine.resume(all[i], 2) s = s + v end print(s)
--- yield in the middle of an expression and of arguments
local co = coroutine.wrap(function() local t = {coroutine.yield("a"), coroutine.yield("b"), coroutine.yield("c")} return #t, t[1] + coroutine.yield("d") * t[3] end) print(co(), co(1), co(2), co(3), co(4))
--- status and wrap of the dead
local w = coroutine.wrap(function() error("first") end) print(pcall(w)) print(pcall(w))
--- traceback of a coroutine
local co = coroutine.create(function() coroutine.yield() end) coroutine.resume(co) print((debug.traceback(co):gsub("%[C%].*", "[C]")))
--- isyieldable is LuaJIT's
print(type(coroutine.isyieldable))
