--- functions of strings that are replaced => fine
for name in pairs(string) do string[name] = function() error("replaced") end end
--- all globals that are removed => fine
local pairs, g = pairs, _G
for name in pairs(g) do g[name] = nil end
--- globals that raise => fine
setmetatable(_G, {__index = function() error("none") end, __newindex = function() error("none") end})
--- globals that are another engine's => fine
assert(secret == nil)
assert(ask == nil)
assert(answers == nil)
--- modules that are replaced => fine
for name in pairs(package.loaded) do package.loaded[name] = {} end
package.loaders = nil
package.preload = nil
--- the metatable of the globals => fine
local mt = getmetatable(_G)
if type(mt) == "table" then for k in pairs(mt) do mt[k] = error end end
--- numbers that are seeded => fine
math.randomseed(1)
for i = 1, 100 do math.random() end
--- the collector that is stopped => fine
collectgarbage("stop")
collectgarbage("setpause", 0)
collectgarbage("setstepmul", 0)
--- an error that is long => error
error(("x"):rep(7e6))
--- an error of many lines => error
error("1\n2\r\n3\0\27[2J\226\128\174")
--- a name of a chunk that looks like a log => error
load("error('x')", "@x\n2026-01-01 ERROR forged\27[2J")()
--- a name of a chunk that is long => error
load("error('x')", "@" .. ("x"):rep(1e6))()
--- a name of a function that is long => error
load("local t = {" .. ("x"):rep(1e5) .. " = function() error('x') end} t." .. ("x"):rep(1e5) .. "()")()
--- a traceback that is long => error
local function f(n) if n == 0 then error("x") end return f(n - 1) + 1 end
f(900)
--- an error that is a table => error
error({})
--- an error that is nothing => error
error()
--- an error that is a function => error
error(print)
--- an error that is a connection => error
error(websocket.connect("ws://93.184.216.34/", nil, print))
--- values for the host that are odd => fine
function init(self)
  self[self] = self
  self[1.5] = print
  setmetatable(self, {__index = function() error("x") end, __newindex = function() error("y") end, __tostring = error})
end
--- lifecycle functions that are no functions => fine
init, update, final = 1, {}, "x"
--- self that is emptied => fine
function init(self) for k in pairs(self) do self[k] = nil end setmetatable(self, {__mode = "kv"}) end
