--- the tables of package
print(type(package.loaded), type(package.preload), type(package.path), type(package.cpath), type(package.loaders), #package.loaders >= 2, type(package.loadlib), type(package.seeall), type(package.config)) print(package.loaded._G == _G, package.loaded.string == string, package.loaded.table == table, package.loaded.math == math, package.loaded.io == io, package.loaded.os == os, package.loaded.coroutine == coroutine, package.loaded.package == package, package.loaded.debug == debug)
--- package.config
show(package.config)
--- require gives what is loaded
print(require("string") == string, require "_G" == _G) package.loaded.mine = {x = 1} print(require("mine").x) package.loaded.yes = true print(require "yes") package.loaded.num = 5 print(require "num")
--- preload
package.preload.foo = function(...) print(select("#", ...), ...) return {v = "foo"} end print(require("foo").v, package.loaded.foo.v, require("foo") == require("foo")) package.preload.bar = function() end print(require("bar"), package.loaded.bar) package.preload.baz = function(n) package.loaded[n] = "set" end print(require("baz")) package.preload.f = function() return false end print(require("f"), package.loaded.f)
--- require of what is not there
package.path = "./?.lua;/no/such/?.lua;/no/?/init.lua" package.cpath = "/no/?.so" print((select(2, pcall(require, "nosuch")))) print((select(2, pcall(require, "a.b.c"))))
--- require's arguments
package.path = "./?.lua" package.cpath = "/no/?.so" try "require()" try "require({})" try "require(nil)" print(pcall(require, 5))
--- require of a file by package.path
local name = os.tmpname() local dir, base = name:match("^(.*/)([^/]+)$") local f = io.open(name, "w") f:write("local n = ... print('loading', n == 'X' or type(n), select('#', ...)) x = (x or 0) + 1 return {name = n}") f:close() package.path = dir .. "?" local m = require(base) print(m.name == base, require(base) == m, x) package.loaded[base] = nil print(require(base) == m, x) os.remove(name)
--- a module that does not parse, and one that fails
local name = os.tmpname() local dir, base = name:match("^(.*/)([^/]+)$") package.path = dir .. "?" local function try_source(s) local f = io.open(name, "w") f:write(s) f:close() local ok, e = pcall(require, base) print(ok, type(e) == "string" and (e:gsub(name:gsub("%p", "%%%0"), "FILE"):gsub(base:gsub("%p", "%%%0"), "BASE")) or type(e)) end try_source("x = = 1") package.loaded[base] = nil try_source("error('failed')") package.loaded[base] = nil try_source("error({})") package.loaded[base] = nil try_source("return require(...)") package.loaded[base] = nil try_source("local x = nil + 1") package.loaded[base] = nil try_source("return 5") os.remove(name)
--- a module that failed is not loaded again
package.preload.bad = function() error("first") end print(pcall(require, "bad")) print((pcall(require, "bad")))
--- two modules that need each other
package.preload.a = function() local b = require "b" return {b = b} end package.preload.b = function() return {a = require "a"} end local ok, e = pcall(require, "a") print(ok, (e:gsub("\n.*", "")))
--- module
local function load() module("mymod") x = 5 function f() return x end end setfenv(load, setmetatable({module = module}, {__newindex = _G})) load() print(mymod.x, mymod.f(), mymod._NAME, mymod._M == mymod, mymod._PACKAGE, package.loaded.mymod == mymod)
--- module with seeall and dots
local f = loadstring("module('a.b.c', package.seeall) y = type(print)") f() print(a.b.c.y, a.b.c._NAME, a.b.c._PACKAGE, package.loaded["a.b.c"] == a.b.c, package.loaded["a.b"]) print(y)
--- module without seeall sees nothing
local f = loadstring("module('blind') z = print") f() print(blind.z)
--- module twice is the same table
loadstring("module('again') v = 1")() loadstring("module('again') w = 2")() print(again.v, again.w)
--- module over what is no table
taken = 5 print(pcall(loadstring("module('taken')", "=m"))) try "module()" try "module({})" _G.deep = {x = 1} print(pcall(loadstring("module('deep.x.y')", "=m"))) print(pcall(loadstring("module('ok', 5)", "=m")))
--- module options are called
local seen loadstring("local o = ... module('opt', o, o)")(function(m) seen = (seen or 0) + 1 m.opt = seen end) print(seen, opt.opt)
--- package.seeall
local t = {} package.seeall(t) print(t.print == print, getmetatable(t).__index == _G) try "package.seeall()" try "package.seeall(1)"
--- loaders
local n = #package.loaders table.insert(package.loaders, 1, function(name) if name == "magic" then return function(...) return "made " .. (...) end end return "\n\tno magic for " .. name end) print(require "magic") package.path = "" package.cpath = "" print((select(2, pcall(require, "other")):gsub("\n", "|"))) package.loaders = nil print(pcall(require, "x"))
--- loaders and preload that are broken
package.loaders = {} print(pcall(require, "nothing")) package.loaders = {function() return 5 end} print((pcall(require, "five"))) package.loaders = {function() error("in loader", 0) end} print(pcall(require, "err")) package.loaders = {function() return nil end} print(pcall(require, "nil"))
--- package.path that is no string
package.path = nil print(pcall(require, "nosuch")) package.path = {} print((pcall(require, "nosuch"))) package.path = "?" package.preload = nil print(pcall(require, "q"))
--- the loaded table decides
package.preload.p = function() return 1 end require "p" package.loaded.p = nil package.preload.p = function() return 2 end print(require "p")
--- loadlib
print(type(package.loadlib), select("#", package.loadlib("/no/such.so", "f")), (package.loadlib("/no/such.so", "f")))
