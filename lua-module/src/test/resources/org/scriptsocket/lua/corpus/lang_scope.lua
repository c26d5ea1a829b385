--- a local hides a global until its block ends
x = 1
do local x = 2 print(x) end
print(x)
--- a local's own value is not in scope in its initialiser
local x = 1
local x = x + 1
print(x)
--- a local function sees itself, a local with a function does not
local function f(n) if n == 0 then return "done" end return f(n - 1) end
print(f(3))
local g = function() return g end
print(g())
--- the condition of repeat sees the locals of its body
local i = 0
repeat local done = i == 3 i = i + 1 until done
print(i)
--- each turn of a loop has a variable of its own
local fs = {}
for i = 1, 3 do fs[i] = function() i = i + 10 return i end end
print(fs[1](), fs[2](), fs[3](), fs[1]())
for k, v in pairs({a = 1}) do fs[1] = function() return k, v end end
print(fs[1]())
--- closures in while and repeat loops have locals of their own
local fs, i = {}, 1
while i <= 3 do local j = i fs[i] = function() j = j + 1 return j end i = i + 1 end
print(fs[1](), fs[1](), fs[2](), fs[3]())
fs, i = {}, 1
repeat local k = i * 2 fs[i] = function() return k end i = i + 1 until k >= 6
print(fs[1](), fs[2](), fs[3]())
--- a closure made before a break keeps its variable
local f
for i = 1, 10 do local v = i * i f = function() v = v + 1 return v end if i == 4 then break end end
print(f(), f())
--- two closures share one variable
local function counter()
  local n = 0
  return function() n = n + 1 return n end, function() return n end
end
local up, now = counter()
up() up()
print(now(), up(), now())
local up2, now2 = counter()
print(now2(), now())
--- variables three functions deep
local function a() local x = 1 return function() x = x + 1 return function() x = x * 2 return x end end end
local b = a()
local c, d = b(), b()
print(c(), d(), c())
--- parameters are locals
local function f(a, b) a = a or "none" b = b or a return a, b end
print(f()) print(f(1)) print(f(1, 2)) print(f(1, 2, 3))
print(f(nil, false))
--- a local can be declared twice in a block
local a = 1
local function get() return a end
local a = 2
print(a, get())
--- a global is not declared by reading it
print(undefined, rawget(_G, "undefined"))
undefined = false
print(undefined, rawget(_G, "undefined"))
--- many locals and their values
local a, b, c, d, e = (function() return 1, 2, 3 end)()
print(a, b, c, d, e)
local a, b, c = ((function() return 1, 2, 3 end)())
print(a, b, c)
local a, b = 1
print(a, b)
local a = 1, 2, print("evaluated")
print(a)
--- a block of its own with a return in its middle
local function f(x) do return x end return "never" end
print(f(1))
local function g(x) if x then do return "early" end end return "late" end
print(g(true), g(false))
--- nested loops and break leave only the inner one
for i = 1, 3 do
  for j = 1, 3 do if j == 2 then break end io.write(i, ":", j, " ") end
end
print()
while true do while true do break end print("outer") break end
--- shadowed loop variables
for i = 1, 2 do for i = 10, 11 do io.write(i, " ") end io.write(i, ";") end
print()
--- assignment to a loop variable does not change the loop
for i = 1, 3 do local was = i i = i * 10 io.write(was, "=", i, " ") end
print()
--- upvalues of a function in a table
local t = {}
do local private = "secret" function t.get() return private end function t.set(v) private = v end end
t.set("changed")
print(t.get(), private)
--- methods have self
local o = {n = 5}
function o:get(x) return self.n, x end
function o.plain(self, x) return self.n, x end
print(o:get(1)) print(o.get({n = 6}, 2)) print(o:plain(3))
local a = {b = {c = {}}}
function a.b.c.f(x) return "f" .. x end
function a.b.c:m(x) return self == a.b.c, x end
print(a.b.c.f(1), a.b.c:m(2))
--- two hundred locals
local code = {}
for i = 1, 200 do code[i] = "local v" .. i .. " = " .. i end
code[#code + 1] = "return v1 + v100 + v200"
print(loadstring(table.concat(code, "\n"))())
--- 201 locals are too many
local code = {}
for i = 1, 201 do code[i] = "local v" .. i end
print(loadstring(table.concat(code, "\n"), "=many"))
--- sixty upvalues
local code = {}
for i = 1, 60 do code[#code + 1] = "local v" .. i .. " = " .. i end
code[#code + 1] = "return (function() return 0"
for i = 1, 60 do code[#code + 1] = "+ v" .. i end
code[#code + 1] = "end)()"
print(loadstring(table.concat(code, "\n"))())
--- deep nesting of parentheses
local n = 150
print(loadstring("return " .. ("("):rep(n) .. "1" .. (")"):rep(n))())
print(loadstring("return " .. ("("):rep(300) .. "1" .. (")"):rep(300), "=deep"))
--- long chains of concatenation and calls
local code = {"return ''"}
for i = 1, 180 do code[#code + 1] = ".. '" .. i % 10 .. "'" end
print(#loadstring(table.concat(code))())
--- large table constructors
local code = {"return {"}
for i = 1, 1000 do code[#code + 1] = i .. "," end
code[#code + 1] = "}"
local t = loadstring(table.concat(code))()
print(#t, t[1], t[50], t[51], t[1000])
--- large constructors with keys
local code = {"return {"}
for i = 1, 600 do code[#code + 1] = "k" .. i .. "=" .. i .. "," end
code[#code + 1] = "}"
local t = loadstring(table.concat(code))()
local n = 0 for k, v in pairs(t) do n = n + v end
print(n, t.k1, t.k256, t.k257, t.k600)
--- many constants in one function
local code = {"local s = 0"}
for i = 1, 1000 do code[#code + 1] = "s = s + " .. i .. ".5" end
code[#code + 1] = "return s"
print(loadstring(table.concat(code, "\n"))())
--- goto is a name like any other
local goto = 1
goto = goto + 1
print(goto)
local t = {goto = 3}
print(t.goto)
function t.f(goto) return goto end
print(t.f(4))
goto_ = 5 print(goto_)
