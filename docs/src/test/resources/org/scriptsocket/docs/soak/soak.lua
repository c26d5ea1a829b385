-- Opens its lines, talks on each as its plan says, counts and sums up both ways, and tells when a line is over.

local MOD = 65521

-- Adler-32, as Java has it; within a chunk the sums stay far below 2^53.
local function add(sum, text)
  for first = 1, #text, 4096 do
    local a, b = sum.a, sum.b
    for i = first, math.min(first + 4095, #text) do
      a = a + text:byte(i)
      b = b + a
    end
    sum.a, sum.b = a % MOD, b % MOD
  end
end

local function count(sum, text, type)
  add(sum, text)
  add(sum, string.char(type))
  sum.count = sum.count + 1
end

local function new_sum() return { a = 1, b = 0, count = 0 } end
local function value(sum) return sum.b * 65536 + sum.a end

local function say(self, line, most)
  for number = line.sent.count + 1, math.min(line.sent.count + most, #line.sizes) do
    local type = number % 2 + 1
    local filler = line.id + number
    local char = string.char(type == websocket.DATA_TYPE_BINARY and filler % 256 or 32 + filler % 90)
    local text = ("%d/%d "):format(line.id, number) .. char:rep(line.sizes[number])
    websocket.send(line.conn, text, { type = type })
    count(line.sent, text, type)
  end
  if line.leaves and line.came.count >= line.expect and line.sent.count == #line.sizes then
    line.open = false
    line.left = true
    websocket.disconnect(line.conn)
  end
end

local function over(line, how, code)
  tell(line.id, how, code, line.came.count, value(line.came), line.sent.count, value(line.sent), line.errors,
    line.error, line.open or line.left)
end

local function open(self, line)
  line.came, line.sent, line.errors, line.error = new_sum(), new_sum(), 0, ""
  line.open, line.left = false, false
  line.conn = websocket.connect(line.url, { timeout = line.timeout }, function(instance, conn, data)
    if instance ~= self or conn ~= line.conn then error("mixed up: " .. line.id) end
    if data.event == websocket.EVENT_CONNECTED then
      line.open = true
      say(self, line, 2)
    elseif data.event == websocket.EVENT_MESSAGE then
      count(line.came, data.message, data.type)
      say(self, line, 1)
    elseif data.event == websocket.EVENT_ERROR then
      line.errors, line.error, line.open = line.errors + 1, data.message, false
    else
      over(line, "DISCONNECTED", data.code)
      line.open, self.lines[line.id] = false, nil
    end
  end)
end

-- What Java gave is Java's; what becomes of a line is kept here.
local function own(plan)
  return { id = plan.id, url = plan.url, timeout = plan.timeout, expect = plan.expect, leaves = plan.leaves, sizes = plan.sizes }
end

function open_all(self, plans)
  self.lines = {}
  for _, plan in ipairs(plans) do
    local line = own(plan)
    self.lines[line.id] = line
    open(self, line)
  end
end

function update(self, dt)
  for _, line in pairs(self.lines or {}) do
    if line.open then say(self, line, 3) end
  end
end

function final(self)
  for _, line in pairs(self.lines or {}) do over(line, "CLOSED", 0) end
end
