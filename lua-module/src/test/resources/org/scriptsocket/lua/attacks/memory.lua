--- a list that grows => memory|instructions|time
local t = {}
while true do t[#t + 1] = true end
--- tables in a table => memory|instructions|time
local t = {}
while true do t[#t + 1] = {} end
--- tables around a table => memory|instructions|time
local t = {}
while true do t = {t} end
--- keys that are tables => memory|instructions|time
local t = {}
while true do t[{}] = {} end
--- keys that are fractions => memory|instructions|time
local i, t = 0, {}
while true do i = i + 1 t[i / 3] = i end
--- the globals => memory|instructions|time
local i = 0
while true do i = i + 1 _G[i .. "x"] = i end
--- a library => memory|instructions|time
while true do string[#string + 1] = {} end
--- self, a little more in each call => memory
function update(self) for i = 1, 1e5 do self[#self + 1] = {i} end end
--- a table by newindex of another => memory|instructions|time
local t = setmetatable({}, {__newindex = _G})
local i = 0
while true do i = i + 1 t[i] = {} end
--- a table that rawset fills => memory|instructions|time
local t = {}
while true do rawset(t, #t + 1, {}) end
--- sizes that are only announced => fine
local t = {}
t[2 ^ 30] = 1
t[2 ^ 31 - 1] = 1
t[2 ^ 31] = 1
t[-2 ^ 31] = 1
t[2 ^ 52] = 1
assert(#t == 0)
for i = 0, 31 do t[2 ^ i] = i end
assert(#t >= 2)
--- a string that doubles => string
local s = "x"
while true do s = s .. s end
--- a string that doubles, caught => instructions|time|memory
local s = "x"
while true do pcall(function() s = s .. s end) end
--- a string of 2 GiB => error: resulting string too large
return ("x"):rep(2 ^ 31)
--- a string of 2^62 bytes => error: resulting string too large
return ("x"):rep(2 ^ 62)
--- a separator that is long => string
return ("x"):rep(100, ("y"):rep(1e6))
--- concat of a long separator => string
local t = {}
for i = 1, 1000 do t[i] = "" end
return table.concat(t, ("x"):rep(1e6))
--- concat of the same long string => string
local s, t = ("x"):rep(1e6), {}
for i = 1, 1000 do t[i] = s end
return table.concat(t)
--- replacements that are long => string
return (("a"):rep(1000):gsub("a", ("x"):rep(1e6)))
--- replacements by what was captured => string
return (("a"):rep(1e6):gsub(".*", ("%0"):rep(1000)))
--- format with the same long string => string
local s = ("x"):rep(1e6)
local t = {}
for i = 1, 100 do t[i] = s end
return (("%s"):rep(100)):format(unpack(t))
--- a width that is wide => error: invalid format
return ("%99999s"):format("x")
--- a precision that is long => error: invalid format
return ("%.99999f"):format(1)
--- strings in a list => memory|instructions|time
local s, t = ("x"):rep(1e5), {}
while true do t[#t + 1] = s .. #t end
--- strings that are short, in a list => memory|instructions|time
local t = {}
while true do t[#t + 1] = "x" .. #t end
--- parts of strings that keep the whole => memory|instructions|time
local t = {}
while true do t[#t + 1] = (("x"):rep(1e6) .. #t):sub(1, 6e5):sub(1, 3e5):sub(1, 2e5):sub(1, 1e5) end
--- functions in a list => memory|instructions|time
local t = {}
while true do local x = {} t[#t + 1] = function() return x end end
--- functions around a function => memory|instructions|time
local f
while true do local g = f f = function() return g end end
--- iterators in a list => memory|instructions|time
local s, t = ("x"):rep(1000), {}
while true do t[#t + 1] = s:gmatch(("x"):rep(1000)) end
--- userdata in a list => memory|instructions|time
local t = {}
while true do t[#t + 1] = newproxy(true) end
--- chunks in a list => memory|instructions|time
local t = {}
while true do t[#t + 1] = load("local a, b = ... return function() return a, b, '" .. #t .. "' end") end
--- results of unpack in tables => memory|instructions|time
local big, t = {}, {}
for i = 1, 1e5 do big[i] = i end
while true do t[#t + 1] = {unpack(big)} end
--- results of byte in tables => memory|instructions|time
local s, t = ("x"):rep(1e5), {}
while true do t[#t + 1] = {s:byte(1, -1)} end
--- packed arguments => memory|instructions|time
local big, t = {}, {}
for i = 1, 1e5 do big[i] = i end
while true do t[#t + 1] = table.pack(unpack(big)) end
--- results of unpack that can not be => error: too many results
return unpack({}, 1, 1e8)
--- results of unpack over all integers => error: too many results
return unpack({}, -2 ^ 31, 2 ^ 31 - 1)
--- bytes that can not be results => error: string slice too long
return (("x"):rep(4e6)):byte(1, -1)
--- arguments of very many bytes => fine
local t = {}
for i = 1, 1e5 do t[i] = 65 end
assert(#string.char(unpack(t)) == 1e5)
--- coroutines that are never begun => memory|instructions|time
local t = {}
while true do t[#t + 1] = coroutine.create(print) end
--- coroutines that are never finished => coroutines
local t = {}
while true do
  t[#t + 1] = coroutine.create(coroutine.yield)
  assert(coroutine.resume(t[#t]))
end
--- coroutines that are never finished, caught => instructions|time|memory
local t = {}
while true do
  t[#t + 1] = coroutine.create(coroutine.yield)
  coroutine.resume(t[#t])
end
--- coroutines that hold what they have => memory|instructions|time
local t = {}
for i = 1, 50 do
  t[i] = coroutine.wrap(function() local all = {} while true do all[#all + 1] = {} coroutine.yield() end end)
end
while true do for i = 1, 50 do t[i]() end end
--- keys that are weak => instructions|time|memory
local t = setmetatable({}, {__mode = "k"})
while true do t[{}] = {} end
--- values that are weak, and held => memory|instructions|time
local t, held = setmetatable({}, {__mode = "v"}), {}
while true do t[#t + 1] = {} held[#held + 1] = t[#t] end
--- modules => memory|instructions|time
local i = 0
while true do
  i = i + 1
  package.loaded["m" .. i] = {i}
end
--- a source that is long => string|memory|error: string
return load(("x = 1 "):rep(1e7))
--- a source that comes in very many pieces => string|memory|error: string|instructions|time
local s = ("x = 1 "):rep(1e5)
return assert(load(function() return s end))
--- a constructor of very many => error|memory|fine|instructions
return #assert(load("return {" .. ("1,"):rep(1e6) .. "}"))()
--- garbage only => instructions|time
while true do local t = {{}, {}, "x" .. math.random()} end
