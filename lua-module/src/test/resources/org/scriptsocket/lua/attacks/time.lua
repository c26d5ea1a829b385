--- an empty loop => instructions
while true do end
--- a repeat that never ends => instructions
repeat until false
--- a goto that goes back => instructions
::again:: goto again
--- a for to infinity => instructions
for i = 1, math.huge do end
--- a for whose step is 0 => instructions
for i = 1, 1, 0 do end
--- a for that the precision of numbers keeps from ending => instructions
for i = 2 ^ 53, 2 ^ 53 + 2 do end
--- a for whose limit is no number at all => fine
for i = 1, 0 / 0 do end
for i = 0 / 0, 1 do end
for i = 1, 2, 0 / 0 do end
--- tail calls for ever => instructions
local function f() return f() end
f()
--- an iterator that never ends => instructions
for _ in function() return 1 end do end
--- an iterator of the library that never ends => instructions|time
for _ in setmetatable({}, {__call = function() return 1 end}) do end
--- init that never ends => instructions
function init() while true do end end
--- update that never ends => instructions
function update() while true do end end
--- final that never ends => instructions
function final() while true do end end
--- an update that takes ever longer => instructions
n = 1
function update() n = n * 100 for i = 1, n do end end
--- a pattern that backtracks => instructions|time
(("a"):rep(40)):find(("a*"):rep(20) .. "b")
--- a pattern of lazy items that backtracks => instructions|time
(("a"):rep(60)):match((".-"):rep(20) .. "b")
--- a pattern that is tried at each place => instructions|time
(("a"):rep(1e6)):find(".-b")
--- balanced brackets that never balance => instructions|time
(("("):rep(1e6)):gsub("%b()", "")
--- a frontier over a long set => instructions|time
(("x"):rep(1e6)):find("%f[" .. ("ab"):rep(1e5) .. "]")
--- a set that is long => instructions|time
(("x"):rep(1e6)):find("[" .. ("ab"):rep(1e5) .. "]")
--- a capture that is compared at each place => instructions|time
(("x"):rep(1e6)):find("(.*)%1%1b")
--- gmatch over all of it again and again => instructions|time
for _ in (("a"):rep(1e5)):gmatch("a-b") do end
while true do for _ in (("a"):rep(1e5)):gmatch("") do end end
--- a plain search that nearly matches everywhere => instructions|time
local s = ("a"):rep(4e6)
s:find(s:sub(1, 2e6) .. "b", 1, true)
--- a sort of very many => instructions|time
local t = {}
for i = 1, 1e6 do t[i] = i % 1000 end
while true do table.sort(t) end
--- a sort by a function of the library => instructions|time
local t = {}
for i = 1, 1e6 do t[i] = i end
while true do table.sort(t, rawequal) end
--- a sort whose order makes no sense => error: invalid order function
local t = {}
for i = 1, 1000 do t[i] = i end
table.sort(t, function() return true end)
--- a sort of long strings that differ at their end => instructions|time
local s, t = ("a"):rep(1e5), {}
for i = 1, 30 do t[i] = s .. i end
while true do table.sort(t, function(a, b) return a < b end) end
--- a comparison of long strings => instructions|time
local a, b = ("a"):rep(1e6) .. "a", ("a"):rep(1e6) .. "b"
while true do local less = a < b end
--- an insert from the other end of the integers => instructions|time
table.insert({}, -2 ^ 31, 1)
--- inserts at the beginning of a long list => instructions|time
local t = {}
for i = 1, 1e6 do t[i] = i end
while true do table.insert(t, 1, 0) end
--- removals from the beginning of a long list => instructions|time
local t = {}
for i = 1, 1e6 do t[i] = i end
while true do table.remove(t, 1) end
--- a concat of nothing, very often => instructions|time
local t = {}
for i = 1, 1e6 do t[i] = "" end
while true do table.concat(t) end
--- upper of a long string, very often => instructions|time|memory
local s = ("x"):rep(4e6)
while true do s:upper() end
--- reverse of a long string, very often => instructions|time|memory
local s = ("x"):rep(4e6)
while true do s:reverse() end
--- the bytes of a long string, very often => instructions|time|memory
local s = ("x"):rep(9e5)
while true do s:byte(1, -1) end
--- format with a long format => instructions|time|memory
local s = ("%%"):rep(1e6)
while true do s:format() end
--- format of a long argument => instructions|time|memory
local s = ("x"):rep(4e6)
while true do ("%q"):format(s) end
--- numbers of very many digits => instructions|time|memory
local s = ("9"):rep(4e6)
while true do local n = tonumber(s) or tonumber(s, 10) or s + 1 end
--- hexadecimal numbers of very many digits => instructions|time|memory
local s = "0x" .. ("f"):rep(4e6) .. "p1"
while true do local n = tonumber(s) end
--- dates with a long format => instructions|time|memory
local s = ("%c"):rep(1e6)
while true do os.date(s) end
--- keys that collide => instructions|time|memory
local t = {}
for i = 1, 1e6 do
  local key = {}
  for digit in (("%06d"):format(i)):gmatch(".") do key[#key + 1] = digit .. ("x"):rep(40) end
  t[table.concat(key)] = i
end
--- numbers as keys that collide => instructions|time|memory|fine
local t = {}
for i = 1, 1e6 do t[i * 2 ^ 32] = i end
--- a table that changes its mode for ever => instructions|time
local t = {}
for i = 1, 1e5 do t[i] = i end
local strong, weak = {}, {__mode = "k"}
while true do setmetatable(t, weak) setmetatable(t, strong) end
--- next over a table that has been emptied => instructions|time
local t = {}
for i = 1, 1e6 do t[i] = i end
for i = 1, 1e6 do t[i] = nil end
while true do next(t) end
--- the collector, very often => instructions|time
while true do collectgarbage() collectgarbage("step") collectgarbage("count") end
--- printing for ever => instructions|time
local s = ("x"):rep(1e6)
while true do print(s) end
--- a chunk that is long => instructions|time|memory
local s = ("x = x + 1 "):rep(4e5)
while true do load(s) end
--- a chunk with very many jumps => instructions|time|memory|error
load(("if x then goto a elseif y then end "):rep(1e5) .. "::a::")
load(("goto b "):rep(2e5) .. "::b::")
load("while x do " .. ("if x then break end "):rep(1e5) .. "end")
load("if a then " .. ("elseif b then "):rep(2e5) .. "end")
load("return " .. ("a or "):rep(2e5) .. "a")
while true do end
--- a reader that never ends => instructions|time|string|memory|error: string
load(function() return " " end)
--- errors for ever => instructions|time
while true do pcall(error, {}) end
--- errors in handlers for ever => instructions|time
while true do xpcall(error, error) end
--- a script that waits => time|instructions
local start = os.clock()
local function wait() local s = ("x"):rep(1e6) while os.clock() - start < 3600 do s:find("y", 1, true) end end
wait()
