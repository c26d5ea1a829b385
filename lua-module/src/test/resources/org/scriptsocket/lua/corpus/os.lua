--- date with all formats of C
local t = 1234567890
for c in ("aAbBcdHIjmMpSUwWxXyYZ%"):gmatch(".") do io.write(c, "=", os.date("!%" .. c, t), "; ") end print()
--- date with the formats of C99 too
for c in ("CDeFgGhnrRtTuVz"):gmatch(".") do show(c, os.date("!%" .. c, 1234567890), os.date("!%" .. c, 0)) end
--- weeks and days at the turns of years
for _, t in ipairs {0, 86400 * 3, 86400 * 364, 86400 * 365, 946684799, 946684800, 1104537600, 1230768000, 1325376000, 1609459200, 1704067200} do print(os.date("!%Y-%m-%d %a %j %U %W %V %G %g %u %w", t)) end
--- date of midnight, noon and odd hours
for _, t in ipairs {0, 43200, 3600, 46800, 86399} do print(os.date("!%H %I %p %M %S %X %r %R %T", t)) end
--- date as a table
local d = os.date("!*t", 1234567890) print(d.year, d.month, d.day, d.hour, d.min, d.sec, d.wday, d.yday, d.isdst) local n = 0 for _ in pairs(d) do n = n + 1 end print(n)
d = os.date("*t", 951782400) print(d.year, d.month, d.day, d.wday, d.yday, type(d.isdst)) d = os.date("!*t", 0) print(d.year, d.yday, d.wday)
--- date with other text
print(os.date("!today is %A, the %dth", 0), os.date("!", 0) == "", os.date("!%%", 0), os.date("!%d/%m/%y", 86400), os.date("!a\nb%n", 0)) show(os.date("! ü ", 0))
--- date of times before 1970, far ahead and with fractions
print(os.date("!%Y-%m-%d %H:%M:%S", -1), os.date("!%c", -86400 * 365), os.date("!%Y-%m-%d", 4102444800), os.date("!%S", 1.9), os.date("!%Y", 253402300799), os.date("!%F", "86400"))
--- date's arguments
try "os.date({})" try "os.date('%d', 'x')" try "os.date('%d', {})" try "type(os.date())" try "type(os.date('*t'))" try "os.date('!%Ex', 0) ~= nil" try "#os.date('%c') > 10" try "os.date('!*tx', 0).year" print(type(os.date("*t").year), os.date("%Y") == tostring(os.date("*t").year))
--- time
print(type(os.time()), os.time() > 1e9, os.time() == math.floor(os.time())) print(os.time({year = 2000, month = 1, day = 1, hour = 0}), os.time({year = 2000, month = 1, day = 1}), os.time({year = 1970, month = 1, day = 1, hour = 0, min = 0, sec = 1}), os.time({year = 2024, month = 2, day = 29, hour = 23, min = 59, sec = 59}))
--- time normalises
print(os.time({year = 2000, month = 13, day = 1, hour = 0}), os.time({year = 2000, month = 1, day = 32, hour = 0}), os.time({year = 2000, month = 1, day = 0, hour = 0}), os.time({year = 2000, month = 0, day = 1, hour = 0}), os.time({year = 2000, month = 1, day = 1, hour = 25}), os.time({year = 2000, month = 1, day = 1, hour = 0, min = -1}), os.time({year = 2000, month = -11, day = -30, hour = 0}), os.time({year = 2000, month = 1, day = 1, hour = 0, sec = 100000}))
local t = {year = 2000, month = 14, day = 35, hour = 50} os.time(t) print(t.year, t.month, t.day, t.hour)
--- time's missing and wrong fields
try "os.time({})" try "os.time({year = 2000})" try "os.time({year = 2000, month = 1})" try "os.time({year = 2000, day = 1})" try "os.time({year = 'x', month = 1, day = 1})" try "os.time({year = '2000', month = '1', day = '1', hour = '0'})" try "os.time({year = 2000, month = 1, day = 1, hour = 'x'})" try "os.time(5)" try "os.time('x')" try "os.time({month = 1, day = 1})" try "os.time({year = 2000.9, month = 1.5, day = 1.2, hour = 0})" try "os.time(nil) > 0" try "os.time({year = {}, month = 1, day = 1})"
--- time and date go round
for _, t in ipairs {0, 1e9, 1234567890, 86399} do local d = os.date("*t", t) print(os.time(d) == t, d.isdst) end
--- time uses metamethods and isdst
print(os.time(setmetatable({}, {__index = {year = 2000, month = 1, day = 1, hour = 0}})), os.time({year = 2000, month = 7, day = 1, hour = 0, isdst = false}))
--- clock, difftime and getenv
print(type(os.clock()), os.clock() >= 0, os.difftime(10, 5), os.difftime(5, 10), os.difftime(10), type(os.getenv("PATH")), os.getenv("NO_SUCH_VARIABLE_HERE")) try "os.difftime()" try "os.difftime('x', 1)" try "os.difftime(1, 'y')" try "os.getenv()" try "os.getenv({})" print(os.getenv("java.version"))
--- clock grows
local a = os.clock() local s = 0 for i = 1, 100000 do s = s + i end print(os.clock() >= a)
--- remove and rename
local n = os.tmpname() print(os.remove(n)) print((select(2, os.remove(n)):gsub(n, "NAME", 1)), select(3, os.remove(n))) print(os.remove("/no/such/file")) print(os.rename("/no/such/a", "/no/such/b")) local a, b = os.tmpname(), os.tmpname() local f = io.open(a, "w") f:write("moved") f:close() print(os.rename(a, b)) print(io.open(a), io.open(b):read("*a")) print(os.remove(b)) try "os.remove()" try "os.rename('x')" try "os.remove({})" try "os.rename({}, 'x')"
--- remove of a directory that is not empty
local ok, e, n = os.remove("/usr") print(ok, type(e), type(n))
--- tmpname makes a file
local n = os.tmpname() print(type(n), io.open(n) ~= nil, n ~= os.tmpname()) os.remove(n)
--- execute
print(os.execute("exit 0"), os.execute("exit 3") ~= 0, os.execute() ~= 0)
--- setlocale
print(os.setlocale("C"), os.setlocale(), os.setlocale(nil, "numeric"), os.setlocale("no_SUCH"), os.setlocale("C", "all")) try "os.setlocale('C', 'x')" try "os.setlocale({})"
--- names of the os library
for _, n in ipairs {"clock", "date", "difftime", "execute", "exit", "getenv", "remove", "rename", "setlocale", "time", "tmpname"} do io.write(n, "=", type(os[n]), " ") end print()
