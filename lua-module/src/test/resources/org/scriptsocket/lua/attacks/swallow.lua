--- pcall around the loop => instructions
while true do pcall(function() while true do end end) end
--- pcall within pcall => instructions
local function f(n) while true do if n > 0 then pcall(f, n - 1) else pcall(function() while true do end end) end end end
f(50)
--- xpcall with a handler that goes on => instructions
local function go() while true do end end
while true do xpcall(go, go) end
--- a handler that raises => instructions
while true do xpcall(function() error("x") end, function() error("y") end) end
--- a coroutine that never ends => instructions
coroutine.wrap(function() while true do end end)()
--- coroutines that never end, one after the other => instructions
while true do pcall(coroutine.wrap(function() while true do end end)) end
--- coroutine.resume, which catches all errors => instructions
while true do coroutine.resume(coroutine.create(function() while true do end end)) end
--- coroutines within coroutines => instructions
local function f(n) while true do if n > 0 then coroutine.resume(coroutine.create(f), n - 1) end end end
f(20)
--- a loop that yields => instructions
local co = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do co() end
--- a sort whose order catches => instructions
local t = {3, 2, 1}
while true do table.sort(t, function(a, b) pcall(function() while true do end end) return a < b end) end
--- a replacement that catches => instructions
while true do (("x"):rep(10)):gsub(".", function() pcall(function() while true do end end) end) end
--- a replacement from a table that never answers => instructions
("x"):gsub("x", setmetatable({}, {__index = function() while true do end end}))
--- a reader of load that catches => instructions
while true do load(function() pcall(function() while true do end end) end) end
--- a module that never comes => instructions
package.preload.never = function() while true do end end
while true do pcall(require, "never") end
--- a loader that never ends => instructions
table.insert(package.loaders, 1, function() while true do end end)
while true do pcall(require, "never") end
--- a chunk in an environment of its own => instructions
local f = setfenv(loadstring("while true do pcall(function() while true do end end) end"), {pcall = pcall})
while true do pcall(f) end
--- tostring by a metamethod, in print => instructions
print(setmetatable({}, {__tostring = function() while true do end end}))
--- tostring by a metamethod, in format => instructions
("%s"):format(setmetatable({}, {__tostring = function() while true do end end}))
--- an error whose message never comes => instructions
error(setmetatable({}, {__tostring = function() while true do end end}))
--- an error in update whose message never comes => instructions
function update() error(setmetatable({}, {__tostring = function() while true do end end})) end
--- an error whose message is an error => error
error(setmetatable({}, {__tostring = function() error(setmetatable({}, {__tostring = error})) end}))
--- an error whose message catches => instructions
error(setmetatable({}, {__tostring = function() while true do pcall(function() while true do end end) end end}))
--- an error in a coroutine whose message never comes => instructions
local e = setmetatable({}, {__tostring = function() while true do end end})
coroutine.wrap(function() error(e) end)()
--- an index that never answers => instructions
local t = setmetatable({}, {__index = function() while true do end end})
while true do pcall(function() return t.x end) end
--- an index that asks itself => instructions|time
local t = setmetatable({}, {})
getmetatable(t).__index = function(_, k) return t[k + 1] end
while true do pcall(function() return t[1] end) end
--- a call that calls itself => instructions|time
local t = setmetatable({}, {})
getmetatable(t).__call = t
while true do pcall(t) end
--- operators that never end => instructions
local t = setmetatable({}, {__add = function() while true do end end})
while true do pcall(function() return t + t end) end
--- globals that never answer => instructions
setmetatable(_G, {__index = function() while true do end end})
return nothing
--- globals that never take => instructions
setmetatable(_G, {__newindex = function() while true do end end})
function init() end
--- what the library calls never ends => instructions
tostring = function() while true do end end
print(1)
--- work that is cut into calls is stopped each time => instructions
n = 0
function update() n = n + 1 while true do n = n + 1 end end
--- select and unpack, very often => instructions|time|memory|error: stack overflow
local function f(...) return select("#", ...) > 1e5 and 0 or f(1, ...) end
while true do pcall(f) end
