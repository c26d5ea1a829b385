--- concat
print(table.concat({})) print(table.concat({}, "x")) print(table.concat({1, 2, 3})) print(table.concat({1, 2, 3}, ", ")) print(table.concat({"a", "b", "c"}, "-", 2)) print(table.concat({"a", "b", "c"}, "-", 2, 3)) print(table.concat({"a", "b"}, "-", 3)) print(table.concat({"a", "b"}, "-", 2, 1)) print(table.concat({1.5, "x", 1e100}, 5)) print(table.concat({[0] = "z", "a"}, ",", 0, 1)) print(table.concat({"a", "b", "c"}, nil, 2)) print(table.concat({"a"}, "x", 1, 1))
--- concat with bad arguments
try "table.concat()" try "table.concat(1)" try "table.concat({1}, {})" try "table.concat({1, {}, 3})" try "table.concat({1, nil, 3}, '', 1, 3)" try "table.concat({true})" try "table.concat({}, 'x', 1, 1)" try "table.concat({1}, '', 'a')" try "table.concat({1}, '', 1, {})" try "table.concat({1, 2}, '', 1, 3)" try "table.concat({print})"
--- concat ignores metamethods
print(pcall(table.concat, setmetatable({}, {__index = function() return "x" end}), "", 1, 2)) print(pcall(table.concat, {setmetatable({}, {__tostring = function() return "x" end})}))
--- insert
local t = {} table.insert(t, "a") table.insert(t, "c") table.insert(t, 2, "b") table.insert(t, 1, "0") print(table.concat(t, ",")) table.insert(t, #t + 1, "end") print(table.concat(t, ",")) print(table.insert(t, "x"), #t) print(select("#", table.insert(t, 1)))
--- insert out of range grows with 5.1's rule
local t = {1, 2} table.insert(t, 5, "x") print(#t == 2 or #t == 5, t[5], t[3]) local u = {} table.insert(u, -1, "neg") print(u[-1], #u) local v = {1, 2, 3} table.insert(v, 0, "zero") print(v[0], v[1], v[2], v[3], v[4])
--- insert of nil
local t = {1, 2} table.insert(t, nil) print(#t) table.insert(t, 1, nil) print(t[1], t[2], t[3])
--- insert with bad arguments
try "table.insert()" try "table.insert({})" try "table.insert({}, 1, 2, 3)" try "table.insert(1, 2)" try "table.insert({}, 'x', 1)" try "table.insert({}, {}, 1)" try "table.insert(nil, 1)" try "table.insert({}, 1, 2, 3, 4)" try "table.insert({}, '1', 2)"
--- remove
local t = {"a", "b", "c", "d"} print(table.remove(t), table.remove(t, 1), table.concat(t, ",")) print(table.remove(t, 2), table.remove(t), table.remove(t), #t) print(select("#", table.remove({}))) print(select("#", table.remove({}, 1))) print(table.remove({5}, 1))
--- remove out of range
local t = {1, 2, 3} print(select("#", table.remove(t, 5))) print(select("#", table.remove(t, 4))) print(select("#", table.remove(t, 0))) print(select("#", table.remove(t, -1))) print(#t, t[1], t[3]) local u = {[0] = "z"} print(table.remove(u, 0), u[0]) print(table.remove({}, 0))
--- remove with bad arguments
try "table.remove()" try "table.remove(1)" try "table.remove({}, 'x')" try "table.remove({1}, {})" try "table.remove({1, 2}, '1')" try "table.remove({1}, nil)"
--- a queue and a stack
local q = {} for i = 1, 5 do table.insert(q, i) end local s = "" while #q > 0 do s = s .. table.remove(q, 1) end for i = 1, 5 do table.insert(q, i) end while #q > 0 do s = s .. table.remove(q) end print(s)
--- sort
local t = {3, 1, 2} table.sort(t) print(table.concat(t, " ")) t = {"b", "a", "C", "B"} table.sort(t) print(table.concat(t, " ")) t = {3, 1, 2} table.sort(t, function(a, b) return a > b end) print(table.concat(t, " ")) t = {} table.sort(t) print(#t) t = {1} table.sort(t) print(t[1]) print(select("#", table.sort({2, 1}))) t = {1.5, -1, 1e10, 0, -1e10} table.sort(t) print(table.concat(t, " "))
--- sort of many
local t, x = {}, 42 for i = 1, 500 do x = (x * 16807) % 2147483647 t[i] = x % 100 end table.sort(t) for i = 2, #t do assert(t[i - 1] <= t[i]) end print(t[1], t[250], t[500]) for i = 1, 100 do t[i] = 100 - i end for i = 101, 500 do t[i] = nil end table.sort(t) print(t[1], t[100]) table.sort(t, function(a, b) return a > b end) print(t[1], t[100])
--- sort calls its function in 5.1's order
local calls = {} local t = {5, 2, 8, 1, 9, 3} table.sort(t, function(a, b) calls[#calls + 1] = a .. "<" .. b return a < b end) print(table.concat(calls, " "))
--- sort by several keys with equal ones
local t = {{"b", 2}, {"a", 2}, {"c", 1}, {"a", 1}} table.sort(t, function(x, y) if x[1] ~= y[1] then return x[1] < y[1] end return x[2] < y[2] end) for _, p in ipairs(t) do io.write(p[1], p[2], " ") end print()
--- sort with equal keys has 5.1's order
local t = {} for i = 1, 20 do t[i] = {i % 3, i} end table.sort(t, function(a, b) return a[1] < b[1] end) for _, p in ipairs(t) do io.write(p[1], ":", p[2], " ") end print()
--- sort with metamethods
local mt = {__lt = function(a, b) return a.v < b.v end} local t = {} for i, v in ipairs {3, 1, 2} do t[i] = setmetatable({v = v}, mt) end table.sort(t) for _, x in ipairs(t) do io.write(x.v, " ") end print()
--- sort with bad order
try "table.sort({1, 2, 3, 4, 5}, function() return true end)" try "table.sort({3, 2, 1, 3, 2, 1, 3, 2, 1}, function(a, b) return true end)" try "table.sort({1, 1, 1, 1, 1, 1}, function(a, b) return a <= b end)" try "table.sort({5, 4, 3, 2, 1}, function(a, b) return false end)" try "table.sort({1, 2}, function() return true end)"
--- sort with bad arguments
try "table.sort()" try "table.sort(1)" try "table.sort({}, 1)" try "table.sort({3, 'a', 1})" try "table.sort({{}, {}})" try "table.sort({1, 2, nil, 4})" try "table.sort({2, 1}, 'x')" try "table.sort({1, 2}, nil)" try "table.sort({true, false})" try "table.sort({1, 2, 3}, function(a, b) error('cmp', 0) end)" try "table.sort({print, print})" try "table.sort({1, {}})"
--- sort ignores __index and __len
local t = setmetatable({}, {__index = function() return 1 end}) table.sort(t) print(rawget(t, 1))
--- maxn
print(table.maxn({})) print(table.maxn({1, 2, 3})) print(table.maxn({[10] = 1})) print(table.maxn({[1.5] = 1, [3.7] = 1})) print(table.maxn({[-1] = 1})) print(table.maxn({1, nil, 3})) print(table.maxn({a = 1})) try "table.maxn()" try "table.maxn(1)" print(table.maxn({[2^40] = 1}))
--- getn and setn
print(table.getn({}), table.getn({1, 2, 3}), table.getn({n = 5})) try "table.getn()" try "table.getn(1)" try "table.setn({}, 1)" try "table.setn()" try "table.setn(1)"
--- foreach
table.foreach({"a"}, print) table.foreach({x = 1}, print) print(table.foreach({1, 2, 3}, function(k, v) if v == 2 then return "found", 2 end end)) print(table.foreach({}, print)) try "table.foreach()" try "table.foreach({})" try "table.foreach({}, 1)" try "table.foreach(1, print)" try "table.foreach({1}, function() error('e', 0) end)"
--- foreachi
table.foreachi({"a", "b", x = 1}, print) print(table.foreachi({1, 2, 3}, function(i, v) if i == 2 then return v * 10 end end)) print(table.foreachi({}, print)) try "table.foreachi()" try "table.foreachi({})" try "table.foreachi(5, print)"
--- 5.2's names may be there, 5.1's are
for _, n in ipairs {"concat", "foreach", "foreachi", "getn", "insert", "maxn", "remove", "setn", "sort"} do io.write(n, "=", type(table[n]), " ") end print()
--- length with holes inside
local t = {1, 2, 3, 4, 5, 6, 7, 8} t[8] = nil print(#t) t[4] = nil print(#t) t[7] = nil print(#t == 6 or #t == 3)
--- appending with # works after removals
local t = {} for i = 1, 10 do t[#t + 1] = i end for i = 1, 5 do t[#t] = nil end for i = 1, 3 do t[#t + 1] = "n" .. i end print(table.concat(t, ","))
--- sparse tables
local t = {} t[1] = 1 t[1000000] = 2 print(#t == 1 or #t == 1000000, t[1000000]) t[2^31] = 3 print(t[2^31], #t == 1 or #t == 1000000)
--- tables as sets and counts
local words, count = "the cat the dog the end", {} for w in words:gmatch("%a+") do count[w] = (count[w] or 0) + 1 end local k = {} for w in pairs(count) do k[#k + 1] = w end table.sort(k) for _, w in ipairs(k) do io.write(w, "=", count[w], " ") end print()
--- nested tables and references
local t = {a = {b = {c = 1}}} local r = t.a r.b.c = 2 print(t.a.b.c, t.a == r) t.a = nil print(t.a, r.b.c)
--- false as a value is no hole
local t = {false, false, false} print(#t) for i, v in ipairs(t) do io.write(i, tostring(v), " ") end print() t[2] = nil print(t[1], t[2], t[3])
--- a table grown by many string keys and shrunk
local t = {} for i = 1, 2000 do t["key" .. i] = i end for i = 1, 1990 do t["key" .. i] = nil end local n = 0 for k, v in pairs(t) do n = n + v end print(n)
