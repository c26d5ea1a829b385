--- what is not there => fine
for _, name in ipairs {"io", "luajava", "dofile", "loadfile", "java", "javax", "Packages", "newclass"} do
  assert(_G[name] == nil, name)
  assert(package.loaded[name] == nil, name)
end
for name in pairs(os) do assert(name == "clock" or name == "date" or name == "time", name) end
for name in pairs(debug) do assert(name == "traceback", name) end
assert(string.dump == nil)
assert(package.loadlib == nil)
--- what require does not find => fine
for _, name in ipairs {"io", "luajava", "java.lang.System", "org.scriptsocket.lua.LuaVm", "/etc/passwd", "../pom", "pom.xml"} do
  local ok, why = pcall(require, name)
  assert(not ok, name)
end
package.path = "/etc/?;/etc/?.conf;./?.lua;?"
package.cpath = "/lib/?.so"
assert(not pcall(require, "passwd"))
assert(not pcall(require, "hostname"))
--- loaders that are put back => fine
for _, loader in ipairs(package.loaders) do
  local ok, found = pcall(loader, "/etc/passwd")
  assert(not ok or type(found) ~= "function")
end
--- bytecode => fine
assert(not load("\27Lua\81\0\1\4\8\4\8\0"))
assert(not loadstring("\27Lua\82\0\1\4\8\4\8\0\25\147\13\10\26\10"))
assert(not load("return 1", "x", "b"))
local pieces = {"\27LJ\1"}
assert(not load(function() return table.remove(pieces) end))
--- a mode that is odd => fine
assert(not load("\27Lua", "x", "bt"))
pcall(load, "return 1", "x", {})
pcall(load, "return 1", "x", "")
pcall(load, "return 1", "x", "\0")
--- the metatable of strings => fine
local mt = getmetatable("")
assert(mt == nil or mt == false)
assert(not pcall(setmetatable, "", {}))
assert(not pcall(rawset, "", "x", 1))
assert(not pcall(function() ("").x = 1 end))
assert(("x").rep == string.rep)
--- metatables of other things => fine
for _, value in ipairs {1, true, print, coroutine.create(print)} do
  assert(getmetatable(value) == nil)
  assert(not pcall(setmetatable, value, {}))
end
assert(not pcall(setmetatable, nil, {}))
--- the environment of functions of the library => fine
for _, f in ipairs {print, string.rep, pcall, load, websocket.connect, coroutine.wrap(function() end)} do
  assert(not pcall(setfenv, f, {}))
  local ok, env = pcall(getfenv, f)
  assert(not ok or env == _G)
end
--- the environment of whoever calls => fine
for level = 0, 20 do
  local ok, env = pcall(getfenv, level)
  assert(not ok or env == _G)
end
assert(not pcall(setfenv, 10, {}))
--- another environment for the whole thread => fine
setfenv(0, {})
local f = loadstring("return print")
assert(f() == nil)
--- an environment that is no table => fine
pcall(setfenv, 1, nil)
pcall(setfenv, 1, 1)
pcall(load, "x = 1", "x", "t", 1)
pcall(function() load("return x", "x", "t", "string")() end)
pcall(function() load("x = 1", "x", "t", print)() end)
--- debug.traceback that is misused => fine
local co = coroutine.create(function() coroutine.yield() end)
coroutine.resume(co)
for _, args in ipairs {{}, {co}, {co, "x"}, {co, "x", -1}, {"x", 2 ^ 31}, {nil, 0 / 0}, {{}}, {co, {}}, {co, nil, 1e300}} do
  pcall(debug.traceback, unpack(args, 1, 3))
end
--- a traceback that begins before the first level => fine
assert(pcall(debug.traceback, "x", -2 ^ 31))
assert(pcall(debug.traceback, "x", 2 ^ 31 - 1))
--- newproxy and its metatable => fine
local p = newproxy(true)
getmetatable(p).__gc = function() while true do end end
getmetatable(p).__len = error
getmetatable(p).__metatable = "locked"
assert(getmetatable(p) == "locked")
pcall(newproxy, p)
pcall(newproxy, {})
p = nil
collectgarbage()
--- finalizers never run => fine
for i = 1, 100 do setmetatable({}, {__gc = function() while true do end end, __mode = "kv"}) end
collectgarbage()
--- modes that are odd => fine
for _, mode in ipairs {"k", "v", "kv", "x", "", 1, {}, print} do
  local t = setmetatable({}, {__mode = mode})
  t[t] = t
  t[1], t.x, t[print] = {}, {}, {}
  for k in pairs(t) do t[k] = nil end
  collectgarbage()
end
--- metatables that are protected stay so => fine
local t = setmetatable({}, {__metatable = false})
assert(not pcall(setmetatable, t, {}))
assert(getmetatable(t) == false)
--- names of Java => fine
for _, e in ipairs {function() return nil + 1 end, function() return ("x"):rep(-1):foo() end, function() return #5 end,
    function() return websocket.connect({}) end, function() return string.format("%d", "x") end, function() error() end} do
  local ok, why = pcall(e)
  why = tostring(why)
  assert(not why:find("java") and not why:find("org%.") and not why:find("Exception"), why)
end
--- addresses => fine
for _, value in ipairs {{}, print, coroutine.create(print), newproxy(), websocket.connect("ws://93.184.216.34/", nil, print)} do
  local s = tostring(value)
  assert(not s:find("%.java") and not s:find("org%.") and not s:find("@"), s)
end
--- the heap of the JVM and the clock of the machine => fine
assert(collectgarbage("count") < 64 * 1024)
assert(gcinfo() < 64 * 1024)
assert(os.clock() < 600)
--- dates that can not be => fine
for _, time in ipairs {0 / 0, 1 / 0, -1 / 0, 2 ^ 62, -2 ^ 62, 1e300, "x"} do
  pcall(os.date, "%c", time)
  pcall(os.date, "*t", time)
  pcall(os.date, "!*t", time)
  for _, field in ipairs {"year", "month", "day", "hour", "min", "sec"} do
    local t = {year = 2020, month = 1, day = 1}
    t[field] = time
    pcall(os.time, t)
  end
end
pcall(os.date, ("%E%O%%%"):rep(10))
pcall(os.time, setmetatable({}, {__index = function() return 2 ^ 40 end}))
--- numbers that can not be => fine
for _, n in ipairs {0 / 0, 1 / 0, -1 / 0, 2 ^ 31, -2 ^ 31, 2 ^ 53, 2 ^ 63, -2 ^ 63, 1e300, -0.0} do
  pcall(math.random, n)
  pcall(math.random, n, n)
  pcall(math.random, -n, n)
  pcall(math.randomseed, n)
  pcall(math.ldexp, 1, n)
  pcall(math.fmod, n, n)
  pcall(select, n, 1)
  pcall(string.char, n)
  pcall(string.sub, "x", n, n)
  pcall(string.byte, "x", n, n)
  pcall(string.find, "x", "x", n)
  pcall(string.gsub, "x", "x", "y", n)
  pcall(string.format, "%d %x %c %5.3s", n, n, n, n)
  pcall(table.concat, {1}, "", n, n)
  pcall(unpack, {1}, n, n)
  pcall(table.remove, {1}, n)
  pcall(tonumber, "1", n)
  pcall(bit.lshift, 1, n)
  pcall(bit32.extract, 1, n, n)
  pcall(bit32.replace, 1, 1, n, n)
  pcall(bit.tohex, 1, n)
  pcall(error, "x", n)
  pcall(getfenv, n)
  pcall(collectgarbage, "step", n)
  pcall(collectgarbage, "setpause", n)
  pcall(next, {1}, n)
  pcall(rawset, {}, n, 1)
  pcall(ipairs({}), {}, n)
end
--- arguments that are missing => fine
local function each(library, done)
  if done[library] then return end
  done[library] = true
  for name, f in pairs(library) do
    if type(f) == "table" then
      each(f, done)
    elseif type(f) == "function" and name ~= "print" then
      pcall(f)
      pcall(f, nil)
      pcall(f, {})
      pcall(f, "x", {}, {})
      pcall(f, {}, "x", print, f, -1)
      pcall(f, f, f, f)
      pcall(f, 1, 2, 3, 4)
      pcall(f, newproxy(), newproxy())
      pcall(f, coroutine.create(print), -1, {})
    end
  end
end
local g = {}
for k, v in pairs(_G) do g[k] = v end
each(g, {})
