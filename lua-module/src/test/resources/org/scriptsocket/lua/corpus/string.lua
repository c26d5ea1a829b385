--- len, sub, upper, lower, rep, reverse
print(("abc"):len(), string.len(""), string.len("a\0b"), ("hello"):sub(2, 4), ("hello"):sub(-3), ("hello"):sub(2), ("hello"):sub(0), ("hello"):sub(10), ("hello"):sub(-100, 2), ("hello"):sub(4, 2), ("hello"):sub(-2, -1), ("hello"):sub(2, -2), ("hello"):sub(1, 100))
print(("aBc"):upper(), ("aBc"):lower(), ("ab"):rep(3), ("ab"):rep(0), ("ab"):rep(-1), ("abc"):reverse(), (""):reverse())
--- sub with odd positions
print(("hello"):sub(1.9), ("hello"):sub("2"), ("hello"):sub(2, "3"), ("hello"):sub(-1e10, 1e10), ("hello"):sub(0, 0) == "", ("hello"):sub(6) == "", ("hello"):sub(5.5, 5.5)) try "('x'):sub()" try "('x'):sub('a')" try "('x'):sub({})" try "string.sub()" try "string.sub('x', 1, 'y')" try "string.sub({}, 1)"
--- upper and lower leave high bytes alone
show(("äÖß\200\255"):upper(), ("ÄÖ\193"):lower(), ("a\0b"):upper())
--- rep and concat of bytes
show(("\0\255"):rep(3), ("x"):rep(2.9), ("ab"):rep("2")) try "('x'):rep()" try "('x'):rep('a')" try "string.rep('x', {})" try "('x'):rep(nil)"
--- byte and char
print(("abc"):byte(), ("abc"):byte(2), ("abc"):byte(-1), ("abc"):byte(1, -1)) print(("abc"):byte(10)) print(("abc"):byte(0)) print(("\255\0"):byte(1, 2)) print((""):byte()) print(string.char(72, 105), string.char(), #string.char(0, 255), string.char("65")) show(string.char(0, 128, 255)) try "string.char(256)" try "string.char(-1)" try "string.char('x')" try "string.char(1, {})" try "string.byte()" try "string.byte({})" try "('x'):byte('y')" print(("hello"):byte(2, 4)) print(select("#", ("abc"):byte(3, 1)))
--- format of numbers
print(("%d %5d %-5d| %05d %+d % d %i"):format(42, 42, 42, 42, 42, 42, 42), ("%d"):format(-1), ("%d"):format(2^31), ("%d"):format(2^53), ("%d"):format(3.99), ("%d"):format(-3.99), ("%d"):format("10"))
print(("%u %x %X %o %#x %#o %08x"):format(42, 255, 255, 8, 255, 8, 255), ("%x"):format(2^32), ("%c%c"):format(72, 105))
print(("%f %.2f %8.3f %-8.1f| %+.1f %e %.3e %E %g %g %g %G"):format(1.5, 1.005, 3.14159, 2.5, 1, 12345.678, 0.00012, 1e10, 100000, 1e6, 1e-5, 1e-10), ("%.0f %.0f %.0f %.0f"):format(0.5, 1.5, 2.5, 3.5), ("%5.1f|%05.1f|%#.0f"):format(1.25, 1.25, 1))
print(("%f %g %e"):format(math.huge, -math.huge, math.huge), ("%.14g %.17g %.3g %10.4g|"):format(0.1, 0.1, 1234.5, 3.14159), ("%.20f"):format(0.1), ("%.99f"):format(1/3))
--- format of strings
print(("%s %10s %-10s| %.2s"):format("a", "right", "left", "cut"), ("%s %s"):format("s", 1.5), ("%%"):format(), ("%5s|%-5s|%.0s|"):format("abcdefg", "x", "gone")) show(("%s"):format("a\0b"), ("%q"):format('a "quote" \\ \n \r \0 end'), ("%q"):format("äö\200")) print(("%q"):format("1\n2")) show(("%q"):format(5), ("%q"):format(1.5))
--- format and metamethods
local x = setmetatable({}, {__tostring = function() return "X!" end}) print(pcall(string.format, "%s", x)) print(pcall(string.format, "%d", x)) 
--- format takes all values for a string, as in LuaJIT
print(pcall(string.format, "%s %s", nil, true))
--- format with bad arguments
try "('%d'):format('x')" try "('%d'):format()" try "('%s'):format()" try "('%y'):format(1)" try "('%'):format(1)" try "('%10'):format(1)" try "('%d'):format({})" try "('%c'):format('x')" try "('%123d'):format(1)" try "('%.123f'):format(1)" try "('%0000000d'):format(1)" try "string.format()" try "string.format({})" try "('%q'):format()" try "('%d %d'):format(1)" try "('%q'):format({})" try "('%5'):format()" try "('%-+ #05d'):format(3)" try "('%.d'):format(3)" try "('%llu'):format(1)" try "string.format('%i', nil)" try "('%.3d|%5.3d'):format(5, 5)" try "('% 5d|%-+5d|'):format(5, 5)"
--- find
print(("hello world"):find("wor"), ("hello"):find("l"), ("hello"):find("xyz"), ("hello"):find(""), ("hello"):find("", 10), ("hello"):find("l", 4), ("hello"):find("l", -2), ("a.b"):find(".", 1, true), ("a.b"):find("%."), ("hello"):find("(l)(l)"), ("hello"):find("h", 2), (""):find(""), ("hello"):find("", 6), ("hello"):find("", 7), ("a+b"):find("+", 1, true), ("hello"):find("o", 100)) print(("x^2"):find("^", 1, true), ("hello"):find("l+"), ("abc"):find("b()"), ("abc"):find("()", 2)) try "('x'):find()" try "('x'):find({})" try "string.find()" try "('x'):find('x', 'y')"
--- match
print(("key = value"):match("(%w+)%s*=%s*(%w+)"), ("hello"):match("l+"), ("hello"):match("x"), ("  trim  "):match("^%s*(.-)%s*$"), ("2024-01-15"):match("(%d+)-(%d+)-(%d+)"), ("hello"):match("()ll()"), ("hello"):match(".", 3), ("hello"):match("", 3), ("hello"):match("^l", 3), ("hello"):match("o$"), ("a$b"):match("a$b"), ("x"):match("(x)()"), ("[]]"):match("[]]"), ("a-b"):match("[a-]+"), ("^a"):match("[%^a]+"), ("-"):match("[a%-z]"), ("]"):match("[^a]")) try "('x'):match()" try "('x'):match('(')" try "('x'):match('%')" try "('x'):match('[')" try "('x'):match('[a')" try "('x'):match(')')" try "('x'):match('%1')" try "('x'):match('(x')" try "('x'):match('[%')" try "('x'):match('%b')" try "('x'):match('%bx')" try "('x'):match('%f')" try "('x'):match('(%1)')" try "('x'):match('x)')" try "('x'):match('[^')" try "('x'):match('[]')" try "('x'):match(('(x)'):rep(40))" try "('xx'):match('(x)%2')"
--- classes
local all = {} for i = 0, 255 do all[i + 1] = string.char(i) end all = table.concat(all) for _, c in ipairs {"a", "c", "d", "l", "p", "s", "u", "w", "x", "z", "A", "C", "D", "L", "P", "S", "U", "W", "X", "Z"} do local n, s = 0, 0 for ch in all:gmatch("%" .. c) do n = n + 1 s = s + ch:byte() end print(c, n, s) end print(#all:match("[%z\1-\255]+"), #all:gsub("[\128-\255]", ""), all:find("[^%z]"))
--- %b and %f
print(("f(a(b)c)d"):match("%b()"), ("[[x]]"):match("%b[]"), ("no"):match("%b()"), ("((("):match("%b()"), ("''"):match("%b''"), ("THE (quick) fox"):find("%f[%a]%a+%f[%A]"), ("a,b"):gsub("%f[%w]", "<"), ("hello world"):gsub("%f[%w]%w+", string.upper), ("x"):find("%f[%z]"))
--- gmatch
for w in ("one two  three"):gmatch("%a+") do io.write(w, ";") end for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do io.write(k, v, ";") end for s in ("abc"):gmatch("") do io.write("<", s, ">") end for x in ("aXbX"):gmatch("x*") do io.write("{", x, "}") end for p in ("abc"):gmatch("()") do io.write(p, " ") end for w in ("hello"):gmatch("^h") do io.write("anchored:", w) end for a in ("xuxx uu ppar r"):gmatch("()(.)%2") do io.write(a, ".") end print() try "('x'):gmatch()" try "('x'):gmatch({})" try "string.gmatch()" print(string.gfind == string.gmatch)
--- gsub
print(("hello"):gsub("l", "L")) print(("hello"):gsub("l", "L", 1)) print(("hello"):gsub("", "-")) print(("hello world"):gsub("%w+", "<%0>")) print(("hello"):gsub("(h)(e)", "%2%1")) print(("abc"):gsub("%w", "%%%0")) print(("abc"):gsub(".", {a = 1, b = true, c = false})) print(("abc"):gsub("%w", function(c) if c == "b" then return "[" .. c .. "]" end end)) print(("abc"):gsub("x", "y")) print(("abc"):gsub("^a", "x")) print(("aaa"):gsub("^a", "x")) print(("a b c"):gsub(" ", "")) print(("abc"):gsub("b", "%1")) print(("hello"):gsub("l*", "x")) print(("abc"):gsub(".", "%0%0", 2)) print(("abc"):gsub("(a)(b)(c)", function(...) return select("#", ...) end)) print(("x = 1"):gsub("(%w+) = (%w+)", {x = "found"})) print(("abc"):gsub("", "", 0)) print(("abc"):gsub("b", "%%")) print((" x "):gsub("^%s+", "")) print(("abc"):gsub("a", "x", -1))
--- gsub with bad arguments
try "('x'):gsub()" try "('x'):gsub('x')" try "('x'):gsub('x', 5)" try "('x'):gsub('x', nil)" try "('x'):gsub('x', true)" try "('x'):gsub('x', '%2')" try "('x'):gsub('x', '%')" try "('x'):gsub('x', '%a')" try "('x'):gsub('x', function() return {} end)" try "('x'):gsub('x', {x = {}})" try "('x'):gsub('x', 'y', 'z')" try "('x'):gsub('(', 'y')" try "('x'):gsub('x', function() error('in gsub', 0) end)" try "('x'):gsub('x', function() return 5 end)" try "string.gsub()" try "('x'):gsub({}, 'x')" try "('x'):gsub('x', print, 0)"
--- gsub with metamethods and tables of numbers
print(("abc"):gsub("%w", setmetatable({}, {__index = function(t, k) return k:upper() end}))) print(("123"):gsub("%d", {["1"] = 10, ["2"] = 1.5})) print(("a1"):gsub("(%a)(%d)", "%2%1"))
--- quantifiers
print(("aaa"):match("a-"), ("aaab"):match("a-b"), ("<a><b>"):match("<.->"), ("<a><b>"):match("<.*>"), ("ab"):match("ab?"), ("a"):match("ab?"), ("aab"):match("a?b"), ("color colour"):gsub("colou?r", "C"), ("0xff"):match("^0[xX](%x+)$"), ("aXb"):match("%u"), ("-12.5e3"):match("^[+-]?%d+%.?%d*[eE]?[+-]?%d*$"))
--- back references and position captures
print(("hello"):match("(.)%1"), ('say "hi" \'x\''):match("([\"'])(.-)%1"), ("abab"):match("(ab)%1"), ("abc"):gsub("()", "%1"), ("hello"):find("()l()"))
--- patterns with zero and high bytes
show(("a\0b"):find("%z"), ("a\0b"):gsub("%z", "0"), ("äb"):match("[\128-\255]+"), ("\200\201"):gsub("[\200]", "x"), ("a\0b"):match("a.b"), ("äöü"):gsub("ö", "o"))
--- dump
print(type(string.dump(function() end))) try "string.dump(print)" try "string.dump()" try "string.dump(1)"
--- strings compare, concatenate and index
print("a" .. 1 .. 2.5, #("x"), #"x" == ("x"):len(), ("abc").sub == string.sub, ("abc").nosuch) try "('abc').x.y" try "('abc'):nosuch()" print(pcall(function() local s = "abc" s.x = 1 end))
--- names of the string library
for _, n in ipairs {"byte", "char", "dump", "find", "format", "gfind", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper"} do io.write(n, "=", type(string[n]), " ") end print()
--- arguments of string functions
for _, f in ipairs {"byte", "len", "lower", "upper", "reverse", "rep", "sub", "find", "match", "gmatch", "gsub", "format"} do try("string." .. f .. "()") try("string." .. f .. "({})") try("string." .. f .. "(nil, 1)") try("string." .. f .. "(true, 'x', 'y')") end print(string.len(12345), string.upper(1.5), string.rep(5, 3), string.sub(12345, 2, 3), string.reverse(123))
--- splitting and joining
local function split(s, sep) local r = {} for f in (s .. sep):gmatch("(.-)" .. sep:gsub("%p", "%%%0")) do r[#r + 1] = f end return r end print(table.concat(split("a,b,,c", ","), "|"), #split("", ","), table.concat(split("1.2.3", "."), "|"))
--- url coding
local function enc(s) return (s:gsub("[^%w]", function(c) return ("%%%02X"):format(c:byte()) end)) end local function dec(s) return (s:gsub("%%(%x%x)", function(h) return string.char(tonumber(h, 16)) end)) end print(enc("a b/ä"), dec(enc("a b/ä")) == "a b/ä")
