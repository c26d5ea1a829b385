--- escapes
show("\a\b\f\n\r\t\v\\\"\'") show("\65\066\0677\0\255") show("a\
b") show('\'"') show("\q\w" == "qw")
--- hexadecimal escapes are LuaJIT's
show("\x41\x7a", "\u{48}\u{e4}\u{20ac}\u{1F600}")
--- a z escape skips white space, as in LuaJIT
show(loadstring("return 'a\\z  \n  b'") ~= nil, (loadstring("return 'a\\z  b'")()))
--- decimal escapes take at most three digits
show("\1234", "\0001", "\10", "\0x", "\9a")
--- escapes that are too large
try [[return "\256"]] try [[return "\999"]] try [[return "\300abc"]]
--- unknown escapes are the letter itself
show("\d\g\h\i\j\k\l\m\o\p\q\s\w\y\-\%\.\ ")
--- unfinished strings
try "return 'abc" try 'return "abc' try "return 'abc\ndef'" try 'return "abc\\' try "return [[abc" try "return [==[abc]]" try "x = 'a\\" try "return \"abc\n" try "return 'a\rb'"
--- long strings
show([[abc]]) show([==[a]]b]=]c]==]) show([[
first newline is skipped]]) show([[

second is not]]) show([[a\nb]]) show([=[[[nested]]]=]) show([[]]) show([==[]==]) show([[x]y]]) show([=[x]]y]=])
--- long strings make newlines one
show(loadstring("return [[a\r\nb\rc\n\rd\ne]]")()) show(loadstring("return [[\r\nx]]")()) show(loadstring("return 'a\\\r\nb'")())
--- nesting of long strings is an error in 5.1
try "return [[a [[b]] c]]" try "return [=[a [[b]] c]=]" try "return [=[ [=[ ]=]"
--- invalid long string delimiters
try "return [=abc" try "return [==x" try "return [=" try "x = [=[" try "return []"
--- comments
-- short
--[[ long
print("no") ]]
--[==[ level ]] ]==] print("after long")
--- [[ not long
print("x") -- end
--[ not long print("no")
--[=[ a ]] b ]=] print("y")
print(1) --[[in]] print(2) --[[a]] --[[b]] print(3)
--- unfinished long comments
try "--[[ abc" try "--[==[ abc ]]" try "x = 1 --[[ \n\n"
--- names
local _, _a, a1, A, aB_9, __index = 1, 2, 3, 4, 5, 6
print(_, _a, a1, A, aB_9, __index)
--- reserved words are no names
for _, w in ipairs {"and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while"} do print(loadstring("local " .. w .. " = 1", "=w")) end
--- reserved words as fields need brackets
local t = {["end"] = 1, ["nil"] = 2} print(t["end"], t["nil"]) try "return t.end" try "return {end = 1}" try "local t = {} t.and = 1"
--- semicolons end statements
local a = 1; local b = 2; print(a, b); do local c = 3; print(c); end; return print("r");
--- a semicolon alone is no statement in 5.1
print(loadstring(";", "=s")) print(loadstring("x = 1;;", "=s")) print(loadstring("x = 1; y = 2;", "=s") ~= nil)
--- white space does not matter
local a=1 local	b=2
print(a,b)print(a+b)
print(
a
)
--- an ambiguous call over two lines
print(loadstring("local f = print\nlocal x = f\n(1)", "=amb")) print(loadstring("f\n(g)", "=amb")) print(loadstring("a.b\n(c).d = 1", "=amb")) print(loadstring("f(\n1)", "=amb") ~= nil)
--- carriage returns count as lines
print(loadstring("a = 1\r\nb = 2\r\nc = = 3", "=cr")) print(loadstring("a\rb\rc = =", "=cr")) print(loadstring("a = 1\n\rb = =", "=cr"))
--- control and high characters in the source
print(loadstring("x = \1", "=ctl")) print(loadstring("x = @", "=ctl")) print(loadstring("x = $1", "=ctl")) print(loadstring("x = 1 \127", "=ctl")) print(loadstring("\0", "=ctl")) print(loadstring("x = !1", "=ctl")) print(loadstring("x = `a`", "=ctl")) print(loadstring("x = ?", "=ctl")) print(loadstring("x = 1 & 2", "=ctl")) print(loadstring("x = 1 | 2", "=ctl")) print(loadstring("x = ~1", "=ctl")) print(loadstring("x = 1 // 2", "=ctl")) print(loadstring("x = 1 << 2", "=ctl"))
show(loadstring("x = \200", "=ctl")) show(select(2, loadstring("\255\254", "=ctl"))) show(select(2, loadstring("return 'a' \200", "=ctl")))
--- a byte order mark is no Lua for loadstring
show(select(2, loadstring("\239\187\191return 1", "=bom")))
--- operators
print(1+1,2-1,2*3,7/2,7%4,2^3,1==1,1~=1,1<2,1>2,1<=2,1>=2,"a".."b",#"abc",-1,not true)
--- dots
print(1 ..2, "a".."b", "a"..[[b]])
--- dots without spaces
print(loadstring("return 1..2", "=d")) print(loadstring("return a..b", "=d") ~= nil) print(loadstring("return '1'..2", "=d")()) print(loadstring("return ....2", "=d")) print(loadstring("return .", "=d")) print(loadstring("return a.1", "=d")) print(loadstring("return a...b", "=d"))
--- strings with zero bytes keep them
show("a\0b" .. "c", #"a\0b\0", ("a\0b"):len(), "a\0b" == "a\0c") show(loadstring("return 'a\0b'")())
--- bytes over 127 stay as they are
show("äöü", "\228", "€", #"€") show(loadstring("return 'a\200b'")()) show([[ä]])
--- adjacent strings and comments
print("a" --[[c]] .. --x
"b")
--- very long strings and names
local name = ("n"):rep(1000)
print(#loadstring("local " .. name .. " = 'x' return '" .. ("y"):rep(10000) .. "'")(), loadstring("local " .. name .. " = 1 return " .. name)())
--- long lines of numbers
print(loadstring("return 1000000000000000000000000000000", "=n")(), loadstring("return 0.000000000000000000000000001", "=n")(), loadstring("return 123456789012345678901234567890e-20", "=n")())
