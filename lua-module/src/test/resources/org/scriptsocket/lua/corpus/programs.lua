--- json text
local function enc(v) local t = type(v) if t == "table" then if #v > 0 then local r = {} for i, x in ipairs(v) do r[i] = enc(x) end return "[" .. table.concat(r, ",") .. "]" end local k = {} for n in pairs(v) do k[#k + 1] = n end table.sort(k) for i, n in ipairs(k) do k[i] = ("%q:%s"):format(n, enc(v[n])) end return "{" .. table.concat(k, ",") .. "}" elseif t == "string" then return ("%q"):format(v) end return tostring(v) end
print(enc({price = 1234567.89, items = {1, 2.5, "x"}, ok = true, big = 2^53, tiny = 1e-7}))
--- sieve of primes
local n, s = 100, {} for i = 2, n do s[i] = true end for i = 2, n do if s[i] then for j = i * i, n, i do s[j] = false end end end for i = 2, n do if s[i] then io.write(i, " ") end end print()
--- eight queens
local N, count = 6, 0 local function ok(a, n, c) for i = 1, n - 1 do if a[i] == c or a[i] - i == c - n or a[i] + i == c + n then return false end end return true end local function add(a, n) if n > N then count = count + 1 return end for c = 1, N do if ok(a, n, c) then a[n] = c add(a, n + 1) end end end add({}, 1) print(count)
--- fibonacci by three ways
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end local memo = setmetatable({0, 1}, {__index = function(t, n) local v = t[n - 1] + t[n - 2] t[n] = v return v end}) local a, b = 0, 1 for i = 1, 20 do a, b = b, a + b end print(fib(20), memo[21], a, memo[80])
--- a linked list
local list for i = 1, 5 do list = {next = list, value = i} end local l = list while l do io.write(l.value, " ") l = l.next end print()
--- a class with inheritance and tostring
local Point = {} Point.__index = Point Point.__add = function(a, b) return setmetatable({x = a.x + b.x, y = a.y + b.y}, Point) end Point.__eq = function(a, b) return a.x == b.x and a.y == b.y end Point.__tostring = function(p) return "(" .. p.x .. ", " .. p.y .. ")" end local function P(x, y) return setmetatable({x = x, y = y}, Point) end print(tostring(P(1, 2) + P(3, 4)), P(1, 2) == P(1, 2), P(1, 2) ~= P(2, 1))
--- memoise and curry
local function curry(f, n) return n == 1 and f or function(x) return curry(function(...) return f(x, ...) end, n - 1) end end print(curry(function(a, b, c) return a .. b .. c end, 3)(1)(2)(3))
--- words by length
local text, by = "the quick brown fox jumps over the lazy dog", {} for w in text:gmatch("%a+") do by[#w] = by[#w] or {} table.insert(by[#w], w) end for i = 1, 10 do if by[i] then print(i, table.concat(by[i], " ")) end end
--- a scheduler of coroutines
local tasks, out = {}, {} for i = 1, 3 do tasks[i] = coroutine.create(function() for j = 1, i do out[#out + 1] = i .. "." .. j coroutine.yield() end end) end while #tasks > 0 do for i = #tasks, 1, -1 do coroutine.resume(tasks[i]) if coroutine.status(tasks[i]) == "dead" then table.remove(tasks, i) end end end print(table.concat(out, " "))
--- base64
local b = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" local function enc(s) return ((s:gsub(".", function(x) local r, c = "", x:byte() for i = 8, 1, -1 do r = r .. (c % 2 ^ i - c % 2 ^ (i - 1) > 0 and "1" or "0") end return r end) .. "0000"):gsub("%d%d%d?%d?%d?%d?", function(x) if #x < 6 then return "" end local c = 0 for i = 1, 6 do c = c + (x:sub(i, i) == "1" and 2 ^ (6 - i) or 0) end return b:sub(c + 1, c + 1) end) .. ({"", "==", "="})[#s % 3 + 1]) end print(enc("hello"), enc(""), enc("\0\255x"))
--- a checksum over many bytes
local a, c = 1, 0 for i = 1, 10000 do a = (a + i % 256) % 65521 c = (c + a) % 65521 end print(c * 65536 + a)
--- matrices
local function mul(a, b) local r = {} for i = 1, #a do r[i] = {} for j = 1, #b[1] do local s = 0 for k = 1, #b do s = s + a[i][k] * b[k][j] end r[i][j] = s end end return r end local m = mul({{1, 2}, {3, 4}}, {{0.5, 1}, {1.5, -1}}) print(m[1][1], m[1][2], m[2][1], m[2][2])
--- string buffers of thousands
local t = {} for i = 1, 5000 do t[#t + 1] = i .. "," end local s = table.concat(t) print(#s, s:sub(-10), select(2, s:gsub(",", "")))
--- strict globals
setmetatable(_G, {__newindex = function(_, n) error("assign to undeclared '" .. n .. "'", 2) end, __index = function(_, n) error("undeclared '" .. n .. "'", 2) end}) print(pcall(function() newvar = 1 end)) print(pcall(function() return newvar end)) rawset(_G, "declared", 1) print(declared)
--- events as Defold scripts use them
local handlers = {} local function on(e, f) handlers[e] = handlers[e] or {} table.insert(handlers[e], f) end local function emit(e, ...) for _, f in ipairs(handlers[e] or {}) do f(...) end end on("x", function(a) io.write("1:", a, " ") end) on("x", function(a, b) io.write("2:", tostring(b), " ") end) emit("x", "p", nil) emit("y") print()
--- deep copies and comparison
local function copy(v, seen) if type(v) ~= "table" then return v end seen = seen or {} if seen[v] then return seen[v] end local c = {} seen[v] = c for k, x in pairs(v) do c[copy(k, seen)] = copy(x, seen) end return c end local a = {1, {2, x = {3}}} a.self = a local c = copy(a) print(c ~= a, c.self == c, c[2].x[1], c[2] ~= a[2])
--- money to two places
for _, v in ipairs {0.1 + 0.2, 1e6 / 3, 1234567.891, -0.005, 99.995} do io.write(("%.2f "):format(v)) end print(("%.2f"):format(2.675), ("%5.2f%%"):format(99.5))
--- time zones of formatting
print(os.date("!%Y-%m-%dT%H:%M:%SZ", 1700000000))
