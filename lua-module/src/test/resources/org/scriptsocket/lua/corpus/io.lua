--- open, write, read and close
local n = os.tmpname() local f = io.open(n, "w") print(io.type(f), f:write("one\n", 2, "\n", 3.5) == true or "file") print(f:close(), io.type(f)) f = io.open(n) print(f:read("*a")) print(f:read("*a")) print(f:read("*l")) f:close() os.remove(n)
--- read formats
local n = os.tmpname() local f = io.open(n, "w") f:write("line one\n\n12 0x1F -3.5e2 abc\nlast") f:close() f = io.open(n)
show(f:read()) show(f:read("*l")) show(f:read("*n", "*n", "*n", "*n")) show(f:read("*l")) show(f:read(2)) show(f:read(0)) show(f:read("*a")) show(f:read(0)) show(f:read("*l")) show(f:read("*a")) show(f:read(5)) show(f:read("*n")) f:close() os.remove(n)
--- read with several formats and none
local n = os.tmpname() local f = io.open(n, "w") f:write("a\nb\nc\n") f:close() f = io.open(n) show(f:read("*l", 1, "*l")) show(f:read()) show(f:read()) show(f:read("*l", "*l")) f:close() os.remove(n)
--- read of lines without a last newline, with empty and CR lines
local n = os.tmpname() local f = io.open(n, "wb") f:write("a\r\n\n\0x\nend") f:close() f = io.open(n, "rb") show(f:read()) show(f:read()) show(f:read()) show(f:read()) show(f:read()) f:close() os.remove(n)
--- read of bytes over 127 and zero
local n = os.tmpname() local f = io.open(n, "wb") f:write("\0\1\127\128\255\n\200") f:close() f = io.open(n, "rb") show(f:read("*a")) f:seek("set") show(f:read("*l")) f:seek("set", 3) show(f:read(2)) f:close() os.remove(n)
--- read of a number that is none
local n = os.tmpname() local f = io.open(n, "w") f:write("abc 5 6x7 - 8") f:close() f = io.open(n) show(f:read("*n")) show(f:read("*a")) f:seek("set", 4) show(f:read("*n", "*n")) show(f:read("*n")) f:close() os.remove(n)
--- bad formats
local n = os.tmpname() local f = io.open(n) print(pcall(f.read, f, "x")) print(pcall(f.read, f, "*x")) print(pcall(f.read, f, {})) print(pcall(f.read, f, "*l", "?")) print(pcall(f.read)) print(pcall(f.read, 5)) f:close() os.remove(n)
--- open of what is not there, with bad modes
print(io.open("/no/such/file")) print(io.open("/no/such/dir/file", "w")) print(pcall(io.open, "/tmp", "x")) print(io.open("/tmp", "w")) try "io.open()" try "io.open({})" print(io.open("", "r"))
--- append and update modes
local n = os.tmpname() local f = io.open(n, "w") f:write("abc") f:close() f = io.open(n, "a") f:write("def") f:close() f = io.open(n, "r+") f:write("X") f:seek("set", 0) print(f:read("*a")) f:close() f = io.open(n, "a+") f:write("!") f:seek("set") print(f:read("*a")) f:close() f = io.open(n, "w+") f:write("new") f:seek("set", 1) print(f:read("*a")) f:close() f = io.open(n, "w") f:close() f = io.open(n) show(f:read("*a")) f:close() os.remove(n)
--- reading what was opened for writing and the other way round
local n = os.tmpname() local f = io.open(n, "w") print(f:read("*l")) f:close() f = io.open(n, "r") print(f:write("x")) f:close() os.remove(n)
--- seek
local n = os.tmpname() local f = io.open(n, "w+") f:write("0123456789") print(f:seek(), f:seek("set"), f:seek("end"), f:seek("set", 5), f:read(1), f:seek("cur", -2), f:read(2), f:seek("end", -3), f:read("*a")) print(f:seek("set", -1)) try("local f = ... return f:seek('x')", f) try("local f = ... return f:seek('set', 'y')", f) print(f:seek("set", 20)) print(f:read(1)) f:write("end") print(f:seek("end")) f:close() os.remove(n)
--- closed files
local n = os.tmpname() local f = io.open(n) f:close() print(pcall(f.read, f)) print(pcall(f.write, f, "x")) print(pcall(f.lines, f)) print(pcall(f.seek, f)) print(pcall(f.close, f)) print(pcall(f.flush, f)) print(tostring(f)) print(io.type(f)) print(pcall(io.close, f)) os.remove(n)
--- io.type
print(io.type(5), io.type("x"), io.type({}), io.type(io.stdout), io.type(nil)) try "io.type()"
--- lines
local n = os.tmpname() local f = io.open(n, "w") f:write("a\nb\n\nc") f:close() for l in io.lines(n) do io.write("[", l, "]") end print() f = io.open(n) for l in f:lines() do io.write("<", l, ">") end print(io.type(f)) f:close() for l in io.lines(n) do io.write(l) break end print() print(pcall(io.lines, "/no/such/file")) print(pcall(function() for l in f:lines() do end end)) os.remove(n)
--- io.lines closes its file at the end
local n = os.tmpname() local f = io.open(n, "w") f:write("x") f:close() local it = io.lines(n) print(it()) print(it()) print(pcall(it)) os.remove(n)
--- io.input and io.output
local n = os.tmpname() local old = io.output() io.output(n) io.write("hello ", 1, "\n") io.write("two") print(io.type(io.output())) io.close() io.output(old) io.input(n) print(io.read()) print(io.read("*a")) print(io.input() ~= io.stdin) io.close(io.input()) print(pcall(io.read)) io.input(io.stdin) print(pcall(io.input, "/no/such")) print(pcall(io.output, "/no/such/dir/x")) os.remove(n)
--- io.write and file:write
print(pcall(io.write, {})) print(pcall(io.write, nil)) print(pcall(io.write, "a", true)) io.write("x", 1, 2.5, "\n") print(io.type(io.write(""))) print(io.stdout:write("chained "):write("writes\n") == io.stdout) io.write() io.write(1e15, " ", 0.1, "\n") try "io.write(print)" try "io.stdout:write({})"
--- writing returns true in 5.1
local n = os.tmpname() local f = io.open(n, "w") print(f:write("x") == true, f:flush() == true, f:setvbuf("no"), f:setvbuf("full", 1024), f:setvbuf("line")) print(pcall(f.setvbuf, f, "x")) print(pcall(f.setvbuf, f)) print(io.flush() == true, f:close()) os.remove(n)
--- large files
local n = os.tmpname() local f = io.open(n, "w") for i = 1, 5000 do f:write("line ", i, "\n") end f:close() local c, b = 0, 0 for l in io.lines(n) do c = c + 1 b = b + #l end print(c, b) f = io.open(n) print(#f:read("*a"), f:seek("end")) f:seek("set", 1000) show(f:read(10)) print(#f:read(20000)) f:close() os.remove(n)
--- popen
local p = io.popen("echo hello; echo two") print(io.type(p), p:read("*l"), p:read("*a")) print(p:close()) for l in io.popen("printf 'a\\nb\\n'"):lines() do io.write(l, ";") end print() local n = os.tmpname() p = io.popen("cat > " .. n, "w") p:write("through cat") p:close() print(io.open(n):read("*a")) os.remove(n)
--- tmpfile
local f = io.tmpfile() print(io.type(f)) f:write("temp") f:seek("set") print(f:read("*a")) f:close()
--- standard files
print(io.type(io.stdin), io.type(io.stdout), io.type(io.stderr), io.stdout == io.output(), io.stdin == io.input()) print((tostring(io.stdout):gsub("0x%x+", "ADDR"))) print(io.stdout:seek("cur") ~= 1)
--- method errors on files
try "io.stdout.write()" try "io.stdout.nosuch" try "io.stdout:nosuch()" try "io.stdout.close(5)" try "io.close(5)" try "io.input({})" try "io.read('*x')" try "io.read({})" try "#io.stdout" try "io.stdout + 1" try "io.lines({})"
--- files have a metatable with methods
local mt = getmetatable(io.stdout) print(type(mt), mt.__index == mt, type(mt.read), type(mt.write), type(mt.__tostring), type(mt.__gc)) for _, n in ipairs {"close", "flush", "lines", "read", "seek", "setvbuf", "write"} do io.write(n, "=", type(io.stdout[n]), " ") end print()
--- names of the io library
for _, n in ipairs {"close", "flush", "input", "lines", "open", "output", "popen", "read", "stderr", "stdin", "stdout", "tmpfile", "type", "write"} do io.write(n, "=", type(io[n]), " ") end print()
--- reading from an empty standard input
show(io.read()) show(io.read("*a")) show(io.read("*n")) show(io.read(0)) show(io.read("*l", "*a"))
--- files are equal to themselves only
local n = os.tmpname() local a, b = io.open(n), io.open(n) print(a == a, a == b, type(a)) local t = {} t[a] = 1 print(t[a], t[b]) a:close() b:close() os.remove(n)
