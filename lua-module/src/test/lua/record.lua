-- Records the corpus in the current directory; see `record`.

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

local function write(name, text)
  local file = assert(io.open(name, "wb"))
  file:write(text)
  file:close()
end

-- What a program prints in a Lua of its own.
local function output(source)
  local name = os.tmpname()
  write(name, source)
  local pipe = io.popen("timeout 20 lua5.1 -e 'dofile(\"driver.txt\") local f = io.open(\"" .. name
    .. "\", \"rb\") local s = f:read(\"*a\") f:close() run(s)' 2>&1 </dev/null")
  local text = pipe:read("*a")
  pipe:close()
  os.remove(name)
  return text
end

-- A case begins with a line "--- its name".
local function cases(text)
  local found = {}
  for line in text:gmatch("([^\n]*\n)") do
    local name = line:match("^%-%-%- (.*)\n")
    if name then
      found[#found + 1] = { name = name, source = "" }
    elseif #found > 0 then
      found[#found].source = found[#found].source .. line
    end
  end
  return found
end

local function record(subject)
  local out = {}
  for _, case in ipairs(cases(read(subject .. ".lua"))) do
    out[#out + 1] = "--- " .. case.name .. "\n" .. output(case.source)
  end
  write(subject .. ".out", table.concat(out))
  print(subject, #out)
end

-- Generated programs are one case each, and print a line for each thing they try.
local function record_generated(name)
  write(name .. ".out", output(read("generated/random.txt") .. read(name .. ".lua")))
  print(name)
end

local subjects = { ... }
if #subjects == 0 then
  for name in io.popen("ls *.lua generated/*.lua"):lines() do
    subjects[#subjects + 1] = name:match("(.*)%.lua$")
  end
end
for _, subject in ipairs(subjects) do
  (subject:match("^generated/") and record_generated or record)(subject)
end
