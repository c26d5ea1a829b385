--- _VERSION
print(_VERSION)
--- the names of the base library
for _, n in ipairs {"assert", "collectgarbage", "dofile", "error", "getfenv", "getmetatable", "ipairs", "load", "loadfile", "loadstring", "module", "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawset", "require", "select", "setfenv", "setmetatable", "tonumber", "tostring", "type", "unpack", "xpcall", "newproxy", "gcinfo"} do io.write(n, "=", type(_G[n]), " ") end print()
print(type(coroutine), type(package), type(string), type(table), type(math), type(io), type(os), type(debug))
--- print
print() print(nil) print(nil, nil) print(1, "a", true, false, 1.5) print("a\tb", "") print("x\0y" == nil)
--- type
print(type(1), type("x"), type(nil)) try "type()" print(type(nil, 1))
--- tostring
print(tostring(nil), tostring(true), tostring(false), tostring(1), tostring("x"), tostring(-0.5), tostring(1e100)) try "tostring()"
print(tostring({}):match("^table: "), tostring(print):match("^function: "), tostring(function() end):match("^function: "), tostring(coroutine.create(function() end)):match("^thread: "), tostring(io.stdout):match("^file %("))
print(tostring(print):match("^function: builtin"))
--- tostring of one table is stable
local t = {} print(tostring(t) == tostring(t), tostring(t) ~= tostring({}))
--- tonumber
print(tonumber("10"), tonumber(" 10 "), tonumber("10a"), tonumber(""), tonumber(" "), tonumber("0x10"), tonumber("0x"), tonumber("1e2"), tonumber("1e"), tonumber(".5"), tonumber("5."), tonumber("."), tonumber("-5"), tonumber("- 5"), tonumber("+5"), tonumber("--5"), tonumber("\t\n5\v"), tonumber("1 2"), tonumber("5\0"), tonumber("0x1g"), tonumber("-0x10"))
print(tonumber(5), tonumber(nil), tonumber(true), tonumber({}), tonumber("abc"), tonumber("1e1000"), tonumber("1_000"))
try "tonumber()"
--- tonumber with a base
print(tonumber("10", 2), tonumber("ff", 16), tonumber("FF", 16), tonumber("zz", 36), tonumber("8", 8), tonumber("12", 10), tonumber("0x10", 16), tonumber("", 10), tonumber("1.5", 8), tonumber(" 11 ", 2), tonumber("7", 8), tonumber("1e1", 10), tonumber("1e1", 16), tonumber("-ff", 16), tonumber("1111111111111111", 2), tonumber("7fffffff", 16), tonumber("ffffffff", 16))
print(tonumber(10, 2), tonumber(15, 16), tonumber("10", 10.7), tonumber("11", "2"))
try "tonumber('10', 1)" try "tonumber('10', 37)" try "tonumber({}, 10)" try "tonumber(nil, 10)" try "tonumber('10', 'x')" try "tonumber('10', nil)" try "tonumber(true, 2)" try "tonumber(12, 10)"
--- next
print(next({})) print(next({5})) print(next({5}, 1)) print(next({a = 1})) print(next({a = 1}, "a")) print(next({1, 2, 3}, 2)) print(type(next), next({}, nil))
try "next()" try "next(1)" try "next({}, 'nokey')" try "next({1, 2}, 5)" try "next({a = 1}, 'b')" try "next({}, 1)" try "next({1}, 1.5)" try "next(nil)"
--- next and pairs visit the array part in order
local t = {} for i = 1, 10 do t[i] = i * i end
for k, v in pairs(t) do io.write(k, ":", v, " ") end print()
for k, v in pairs({"a", "b", x = 1, "c"}) do io.write(tostring(k), ":", v, " ") end print()
--- pairs visits everything once
local t, n, sum = {}, 0, 0 for i = 1, 50 do t[i] = i t["k" .. i] = i t[i + 0.5] = i end
for k, v in pairs(t) do n = n + 1 sum = sum + v end print(n, sum)
--- fields may be cleared and changed during a traversal
local t = {} for i = 1, 100 do t[i] = i t["k" .. i] = i end
local n = 0 for k in pairs(t) do t[k] = nil n = n + 1 end print(n, next(t))
for i = 1, 20 do t["x" .. i] = i end
for k, v in pairs(t) do t[k] = v * 2 end local s = 0 for _, v in pairs(t) do s = s + v end print(s)
n = 0 for k in next, t do t[k] = nil collectgarbage() n = n + 1 end print(n, next(t))
--- ipairs stops at the first nil
for i, v in ipairs({1, 2, nil, 4}) do io.write(i, " ") end print() for i in ipairs({}) do print("never") end for i, v in ipairs({nil, 2}) do print("never") end
local t = {1} for i, v in ipairs(t) do if i < 5 then t[i + 1] = i end io.write(i, " ") end print()
local f, s, i = ipairs({7}) print(type(f), type(s), i, f(s, 0)) print(f(s, 1)) print(select("#", f(s, 1)))
local f, s, i = pairs({7}) print(type(f), type(s), i)
--- pairs and ipairs want tables
try "pairs()" try "pairs(nil)" try "pairs(1)" try "pairs('x')" try "ipairs(nil)" try "ipairs(5)" try "for k in pairs(x) do end" try "local t = {} for k in pairs(t.x) do end" try "for k in ipairs(string.x) do end"
--- collectgarbage
print(collectgarbage("collect"), collectgarbage(), type(collectgarbage("count")), collectgarbage("count") > 0) print(type(collectgarbage("step")), type(collectgarbage("setpause", 200)), type(collectgarbage("setstepmul", 200)), collectgarbage("stop"), collectgarbage("restart"))
print(collectgarbage("setpause", 150) ~= nil, collectgarbage("setpause", 200), collectgarbage("setstepmul", 300) ~= nil, collectgarbage("setstepmul", 200))
try "collectgarbage('nosuch')" try "collectgarbage({})" try "collectgarbage('setpause', 'x')" try "collectgarbage(nil)"
print(type(gcinfo()), collectgarbage("count") % 1 ~= nil)
--- collectgarbage step and zero
print(collectgarbage("step", 0) ~= nil, collectgarbage("step", 1000000))
--- dofile and loadfile
local name = os.tmpname() local f = io.open(name, "w") f:write("x = (x or 0) + 1 return x, ...") f:close()
print(dofile(name)) print(loadfile(name)(7)) print(x)
f = io.open(name, "w") f:write("x = = 1") f:close()
local ok, e = pcall(dofile, name) print(ok, (e:gsub("^.*lua_[^:]*:", "FILE:"))) local ok, e = loadfile(name) print(ok, (e:gsub("^.*lua_[^:]*:", "FILE:")))
f = io.open(name, "w") f:write("#!/usr/bin/lua\nreturn 'shebang', (...)") f:close() print(dofile(name))
f = io.open(name, "w") f:write("#!/usr/bin/lua\nerror('line two')") f:close() print(select(2, pcall(dofile, name)):match(":%d: .*"))
f = io.open(name, "w") f:write("") f:close() print(dofile(name)) os.remove(name)
print(pcall(dofile, "/no/such/file.lua")) print(loadfile("/no/such/file.lua")) print(pcall(loadfile, {}))
--- dofile passes errors on
local name = os.tmpname() local f = io.open(name, "w") f:write("error({code = 5})") f:close() local ok, e = pcall(dofile, name) print(ok, type(e), e.code) os.remove(name)
--- newproxy
local p = newproxy(true) print(type(p), type(getmetatable(p))) getmetatable(p).__index = function(_, k) return k end getmetatable(p).__len = function() return 42 end print(p.foo, #p) print(getmetatable(newproxy()), getmetatable(newproxy(p)) == getmetatable(p), newproxy(false) == newproxy(false)) try "newproxy(1)" try "newproxy({})"
--- rawequal and friends with too many arguments
print(rawequal(1, 1, 2), rawget({5}, 1, 2), type(1, 2), tostring(1, 2), tonumber("5", nil) == nil and "" or "")
--- select counts
print(select("#"), select("#", 1, nil), select("#", nil)) print(select(2, 1)) print((select(2, "a", "b", "c")))
