--- traceback
print((debug.traceback("msg"):match("^msg\nstack traceback:\n"))) print(type(debug.traceback())) print(debug.traceback({}) ~= nil, debug.traceback(nil):sub(1, 15)) local function f() return (debug.traceback("x", 1)) end print((f():match("case:1: in function <case:1>") or f():match("case:1: in function 'f'")) ~= nil)
--- getinfo of functions
local function f(a, b) return a end local i = debug.getinfo(f) print(i.what, i.short_src, i.linedefined, i.lastlinedefined, i.nups, i.func == f, i.source) i = debug.getinfo(print) print(i.what, i.short_src, i.linedefined, i.source) print(debug.getinfo(f, "S").what, debug.getinfo(f, "S").func, debug.getinfo(f, "f").func == f)
--- getinfo of levels
local function f() local i = debug.getinfo(1) return i.currentline, i.what, i.name, i.namewhat end print(f()) print(debug.getinfo(1, "l").currentline) print(debug.getinfo(100)) local function g() local i = debug.getinfo(2, "Sl") return i.currentline end
print(g()) try "debug.getinfo()" try "debug.getinfo('x')" try "debug.getinfo({})" try "debug.getinfo(1, 'X')" try "debug.getinfo(print, '>S')"
--- where a function was defined
local function a() end
local b = function()
end
print(debug.getinfo(a, "S").linedefined, debug.getinfo(b, "S").linedefined, debug.getinfo(b, "S").lastlinedefined)
--- getlocal
local function f(a, b) local c = 3 local r = {} for i = 1, 10 do local n, v = debug.getlocal(1, i) if not n then break end r[#r + 1] = n .. "=" .. type(v) end return table.concat(r, " ") end print(f(1, "x")) print(debug.getlocal(1, 100)) try "debug.getlocal(100, 1)" try "debug.getlocal()"
--- getupvalue and setupvalue
local up = 5 local function f() return up end print(debug.getupvalue(f, 1)) print(debug.setupvalue(f, 1, 6)) print(up, f()) print(debug.getupvalue(f, 2)) try "debug.getupvalue()" print(debug.getupvalue(print, 1))
--- getmetatable and setmetatable without protection
local t = setmetatable({}, {__metatable = "locked"}) print(type(debug.getmetatable(t)), debug.setmetatable(t, nil), getmetatable(t)) debug.setmetatable(10, {__index = function(n, k) return n .. k end, __call = function(n, x) return n + x end}) print((5).foo, (5)(3)) debug.setmetatable(10, nil) print(pcall(function() return (5).foo end))
--- metatables of nil, booleans and functions
debug.setmetatable(nil, {__index = function() return "nil!" end}) print((nil).x, undefined.y) debug.setmetatable(nil, nil) debug.setmetatable(print, {__index = {name = "fn"}, __concat = function(a, b) return "cat" end}) print(print.name, print .. 1) debug.setmetatable(print, nil) debug.setmetatable(true, {__tostring = function(b) return b and "yes" or "no" end}) print(tostring(true), false) debug.setmetatable(true, nil)
--- getfenv and setfenv
local function f() return x end debug.setfenv(f, {x = "e"}) print(f(), debug.getfenv(f).x, debug.getfenv(print) == _G)
--- getregistry and gethook
print(type(debug.getregistry()), debug.gethook())
--- sethook counts lines
local lines = {} debug.sethook(function(e, l) lines[#lines + 1] = l end, "l")
local x = 1
x = 2
debug.sethook() print(table.concat(lines, " "))
--- names of the debug library
for _, n in ipairs {"debug", "getfenv", "gethook", "getinfo", "getlocal", "getmetatable", "getregistry", "getupvalue", "setfenv", "sethook", "setlocal", "setmetatable", "setupvalue", "traceback"} do io.write(n, "=", type(debug[n]), " ") end print()
--- setlocal
local function f() local v = 1 debug.setlocal(1, 1, 99) return v end print(f()) print(debug.setlocal(1, 100, 1))
