--- unexpected symbols
try "x = = 1" try "= 1" try "x = )" try "x = }" try "local 5" try "local = 1" try "5 = x" try "'a' = 1" try "x +" try "x = 1 +" try "x = * 2" try "return +" try "x = end" try "x = then" try "(" try ")" try "x = ," try "x = ;" try "]" try "..." try ".." try "==" try "~" try "x = ~= 1" try "x = <" try ":" try "x = #" try "x = not" try "x = -"
--- unfinished statements
try "x" try "x.y" try "x[1]" try "x, y" try "x = " try "x.y = " try "local x = " try "local function" try "function" try "function f" try "function f(" try "function f()" try "function f(a" try "function f(a," try "if" try "if x" try "if x then" try "if x then else" try "if x then elseif" try "while" try "while x" try "while x do" try "for" try "for i" try "for i =" try "for i = 1" try "for i = 1," try "for i = 1, 2" try "for i = 1, 2 do" try "for k in" try "for k in x" try "for k, v" try "repeat" try "repeat until" try "do" try "return return" try "break x"
--- statements that are expressions
try "1 + 1 = 2" try "x + 1" try "'s'" try "{}" try "x == 1" try "f() = 1" try "f().x" try "(x) = 1" try "(f())" try "f(), x = 1, 2" try "x, f() = 1" try "x.y()" try "nil" try "a.b:c = 1" try "a:b" try "not x" try "f" try "f.g.h" try "(f)" try "(f)()"
--- ends that lack their begin and the other way round
try "end" try "if x then end end" try "do end end" try "else" try "elseif x then" try "until x" try "then" try "in" try "if x then until" try "while x do until true" try "repeat end" try "for i = 1, 2 do else end" try "function f() until" try "do do end"
--- ends name the line they close
print(loadstring("if x then\n\n\nfoo()", "=f")) print(loadstring("\nwhile x do\n y()\n", "=f")) print(loadstring("for i = 1, 2 do\n\n", "=f")) print(loadstring("function f()\n\n", "=f")) print(loadstring("repeat\n x()\n\n", "=f")) print(loadstring("do\n", "=f")) print(loadstring("x = (\n1\n", "=f")) print(loadstring("x = {\n1,\n2\n", "=f")) print(loadstring("x = f(\n1\n", "=f")) print(loadstring("x = t[\n1\n", "=f")) print(loadstring("local f = function()\n", "=f")) print(loadstring("if a then\nif b then\nend\n", "=f")) print(loadstring("if a then\nb()\nelse\nc()\n", "=f")) print(loadstring("x = {\n a = 1,\n b = 2,\n\nprint(x)", "=f")) print(loadstring("foo(\n\n1, 2\n\nbar()", "=f")) print(loadstring("do x() end)", "=f"))
--- tables
try "x = {" try "x = {1" try "x = {1," try "x = {1 2}" try "x = {a = }" try "x = {[1] 2}" try "x = {[1 = 2}" try "x = {a.b = 1}" try "x = {, 1}" try "x = {1,, 2}" try "x = {;}" try "x = {1;2}" try "x = {f() = 1}" try "x = {'a' = 1}" try "x = {[]=1}" try "x = {a = 1 b = 2}" try "x = {function f() end}"
--- functions
try "function f(1) end" try "function f(a b) end" try "function f(a,) end" try "function f(..., a) end" try "function f(... ) end" try "function f.g:h.i() end" try "function f:g:h() end" try "function (a) end" try "local function f.g() end" try "local function f:g() end" try "x = function f() end" try "function f[1]() end" try "function 1() end" try "function f('a') end" try "local function() end" try "function f(nil) end" try "function f(a.b) end"
--- calls
try "f(" try "f(1" try "f(1," try "f(1,)" try "f(,1)" try "f 1" try "f:g" try "f:g 1" try "f.1()" try "f..()" try "f:1()" try "f(1 2)" try "f{" try "f'" try "print 'a' 'b'" try "f:g.h()" try "f.(1)" try "a.b.:c()"
--- varargs outside of a vararg function
try "local function f() return ... end" try "return ..." print(loadstring("function f(a)\n local x = {...}\nend", "=v")) print(loadstring("function f() return function(...) return ... end end", "=v") ~= nil)
--- break outside of a loop
try "break" try "if x then break end" try "function f() break end" try "while x do function f() break end end" print(loadstring("for i = 1, 2 do local f = function() break end end", "=b")) print(loadstring("x()\n\nbreak", "=b"))
--- return not at the end of a block
try "return 1 print(2)" try "do return end print(1)" try "return; x = 1" try "return 1, " try "return 1 2" try "if x then return 1 y() end"
--- numbers and strings in wrong places
try "x = 'a' 'b'" try "x = 1 2" try "x 5" try "x 'a' = 1" try "x = 3 = 4" try "x.5 = 1" try "x = y z" try "local x y" try "local x.y = 1" try "local x[1] = 2" try "local 'x' = 1" try "local function 5() end"
--- for loops
try "for 1 = 1, 2 do end" try "for i = 1 do end" try "for i = 1, 2, 3, 4 do end" try "for i, j = 1, 2 do end" try "for i.x = 1, 2 do end" try "for in x do end" try "for i in do end" try "for i, in x do end" try "for i = 1, 2 print(i) end" try "for i of x do end" try "for (i = 1, 2) do end" try "for k, 'v' in x do end" try "for i = , 2 do end"
--- what stands near in messages
try "x = 'some string' y" try "x = \"a\\nb\" 'c'" try "x = 1.5e3 z" try "x = [[long\nstring]] y z" try "foo bar" try "x = 12 'str'" try "x = nil nil" try "x = y <= = 2" try "x ~= 1" try "x == 2" try "x ... y" try "x = a..b ..c d" try "return 1 .. .. 2" try "while while" try "function function" try "local local" try "x = >= 1"
--- the line of an error is that of the token
print(loadstring("x = 1\ny = 2\nz = = 3\n", "=l")) print(loadstring("\n\n\n)", "=l")) print(loadstring("x =\n\n\n", "=l")) print(loadstring("x = [[\n\n]] )", "=l")) print(loadstring("-- a\n--[[ b\n ]] = ", "=l")) print(loadstring("f(\n1,\n2,\n=)", "=l")) print(loadstring("local x\n= \n5\n6", "=l"))
--- the chunk name stands before the line
print(loadstring("=", "=name")) print(loadstring("=", "@file.lua")) print(loadstring("=", "code here")) print(loadstring("=")) print(loadstring("a\nb = =")) print(loadstring("=", "")) print(loadstring("=", "=")) print(loadstring("=", "@"))  print(loadstring("=", "a\nb"))
--- long tokens are shown whole
print(loadstring("x = " .. ("a"):rep(100) .. " b", "=n")) print(loadstring("x = '" .. ("a"):rep(100) .. "' b", "=n")) print(loadstring("x = y " .. ("1"):rep(100), "=n"))
--- limits
local function rep(s, n) return (s):rep(n) end
print(loadstring(rep("(", 250) .. "x", "=deep")) print(loadstring("x = " .. rep("{", 250), "=deep")) print(loadstring(rep("do ", 250), "=deep")) print(loadstring("x = " .. rep("-", 1) .. rep("not ", 250) .. "x", "=deep")) print(loadstring(rep("function f() ", 250), "=deep")) print(loadstring("x = " .. rep("a ..", 250) .. "b", "=deep")) print(loadstring(rep("while x do ", 250), "=deep"))
--- many variables in one assignment
local names, values = {}, {}
for i = 1, 150 do names[i] = "v" .. i values[i] = i end
print(loadstring(table.concat(names, ",") .. " = " .. table.concat(values, ",") .. " return v1 + v150", "=assign")())
--- too many variables
local names = {} for i = 1, 250 do names[i] = "v" .. i end
print(loadstring("local " .. table.concat(names, ", "), "=locals")) print(loadstring("function f(" .. table.concat(names, ", ") .. ") end", "=params"))
print(loadstring("\n\nfunction f() local " .. table.concat(names, "\nlocal ") .. " end", "=lines"))
--- valid oddities
print(loadstring("local a <const> = 1", "=attr")) print(loadstring("x = 1//2", "=idiv")) print(loadstring("x = 5 goto = 1", "=goto") ~= nil) print(loadstring("goto('x')", "=goto") ~= nil)
--- goto, labels and break in the middle of a block are LuaJIT's
try "goto x" try "f::g()" print(loadstring("while 1 do break x() end", "=l") ~= nil) print(loadstring("::label::", "=l") ~= nil) print(loadstring("goto continue ::continue::", "=l") ~= nil)
--- hexadecimal numbers with an exponent are LuaJIT's
print(loadstring("return 0x1p4, 0xA.8", "=l") ~= nil)
--- an error in a nested function
print(loadstring("function a()\n function b()\n  function c()\n   x = = 1\n  end\n end\nend", "=nest")) print(loadstring("return function() return function() end", "=nest"))
--- keywords in capital letters are names
local And, END, Nil = 1, 2, 3 print(And, END, Nil)
--- else if and elseif
print(loadstring("if a then else if b then end", "=e")) print(loadstring("if a then else if b then end end", "=e") ~= nil) print(loadstring("if a then elseif b then end", "=e") ~= nil) print(loadstring("if a then else x() elseif b then end", "=e")) print(loadstring("if a then else else end", "=e"))
