-- await, eventually, sleep, and the record of what came on each connection.
local specs = specs
local disconnect = websocket.disconnect

local NAMES = { [0] = "connected", "disconnected", "message", "error" }
local CODES = { connected = 0, disconnected = 1, message = 2, error = 3 }
local SHOWN = 60

local logs = {} -- by connection
local order = {} -- in the order of the connects

-- Called by the connect of a spec.
function specs.opened(connection)
  local log = { connection = connection, events = {}, taken = {}, ended = false }
  logs[connection] = log
  order[#order + 1] = log
end

-- Called before the callback of the spec.
function specs.event(connection, data)
  local log = logs[connection]
  table.insert(log.events, data)
  log.ended = log.ended or data.event == websocket.EVENT_DISCONNECTED
end

local function quoted(text)
  if #text > SHOWN then
    text = text:sub(1, SHOWN) .. "..."
  end
  return (string.format("%q", text):gsub("\\\n", "\\n"))
end

local function told(data)
  local name = NAMES[data.event]
  if data.event == websocket.EVENT_DISCONNECTED then
    return name .. " " .. data.code
  elseif data.event == websocket.EVENT_CONNECTED then
    return name
  end
  return name .. " " .. quoted(data.message)
end

-- What came and was not awaited.
local function left(log)
  local all = {}
  for i, data in ipairs(log.events) do
    if not log.taken[i] then
      all[#all + 1] = told(data)
    end
  end
  return #all == 0 and "nothing else came" or "what came instead: " .. table.concat(all, ", ")
end

local function code_of(kind)
  if kind == nil or NAMES[kind] then
    return kind
  end
  local code = CODES[kind]
  if not code then
    error("bad argument #2 to 'await' (an event expected, got '" .. tostring(kind) .. "')", 3)
  end
  return code
end

local function log_of(connection)
  local log = connection ~= nil and logs[connection]
  if not log then
    error("bad argument #1 to 'await' (a connection expected, got " .. type(connection) .. ")", 3)
  end
  return log
end

local function check_millis(word, position, millis)
  if type(millis) ~= "number" then
    error("bad argument #" .. position .. " to '" .. word .. "' (milliseconds expected, got " .. type(millis) .. ")", 3)
  end
end

local function take(log, code)
  for i, data in ipairs(log.events) do
    if not log.taken[i] and (code == nil or data.event == code) then
      log.taken[i] = true
      return data
    end
  end
end

-- The next event of this kind on a connection that was not awaited yet.
function await(connection, kind, millis)
  local log = log_of(connection)
  local code = code_of(kind)
  if millis ~= nil then
    check_millis("await", 3, millis)
  end
  local what = (code and "'" .. NAMES[code] .. "'" or "an event") .. " on " .. tostring(connection)
  local data = take(log, code)
  if data then
    return data
  elseif log.ended then
    error("await: no " .. what .. " can come any more; " .. left(log), 2)
  end
  local how = specs.wait({
    word = "await",
    deadline = millis and specs.now() + millis,
    ready = function()
      data = take(log, code)
      return data or log.ended
    end,
    describe = function() return "while waiting for " .. what .. "; " .. left(log) end,
  })
  if data then
    return data
  elseif how == "late" then
    error("await: no " .. what .. " within " .. millis .. " ms; " .. left(log), 2)
  end
  error("await: no " .. what .. " can come any more; " .. left(log), 2)
end

-- Calls the function in each update until it raises no error and returns not false.
function eventually(body, millis)
  if type(body) ~= "function" then
    error("bad argument #1 to 'eventually' (function expected, got " .. type(body) .. ")", 2)
  end
  if millis ~= nil then
    check_millis("eventually", 2, millis)
  end
  local last_error
  local function try()
    local ok, result = xpcall(body, specs.handler)
    last_error = not ok and result or result == false and "it returned false" or nil
    return last_error == nil, result
  end
  local function describe()
    return "in eventually, whose last error was: " .. tostring(last_error)
  end
  local began = specs.now()
  local deadline = millis and began + millis
  local done, result = try()
  while not done do
    local late = deadline and specs.now() >= deadline
    if specs.is_failure(last_error) and (late or specs.is_limit_passed()) then
      error(last_error)
    elseif late then
      error("eventually: " .. last_error .. " for " .. millis .. " ms", 2)
    end
    specs.wait({ word = "eventually", began = began, deadline = deadline, retry = true, describe = describe })
    done, result = try()
  end
  return result
end

-- Waits by the clock of the test.
function sleep(millis)
  check_millis("sleep", 1, millis)
  specs.wait({
    word = "sleep",
    deadline = specs.now() + millis,
    describe = function() return "in sleep(" .. millis .. ")" end,
  })
end

-- From here on in a test, or everywhere in a block or a file: connects, closing handshakes and sleep take no real time.
function harness.virtual_time()
  local block = specs.block()
  if not block and not specs.is_running() then
    error("harness.virtual_time() belongs into a describe or at the beginning of a test", 2)
  elseif not block and specs.open_connections(0)[1] and not specs.virtual() then
    error("harness.virtual_time() must come before the first connect", 2)
  end
  if block then
    block.virtual = true
  end
  specs.set_virtual(true)
end

-- Lets virtual time pass; what is due happens at its time.
function harness.advance(millis)
  check_millis("harness.advance", 1, millis)
  if not specs.virtual() then
    error("harness.advance needs harness.virtual_time() before it", 2)
  end
  specs.wait({
    word = "harness.advance",
    deadline = specs.now() + millis,
    describe = function() return "in harness.advance(" .. millis .. ")" end,
  })
end

-- How many connects there were.
function specs.mark()
  return #order
end

-- The names of the connections since a mark that have not ended.
function specs.open_connections(mark)
  local names = {}
  for i = mark + 1, #order do
    if not order[i].ended then
      names[#names + 1] = tostring(order[i].connection)
    end
  end
  return names
end

-- The names of all connections since a mark.
function specs.connections(mark)
  local names = {}
  for i = mark + 1, #order do
    names[#names + 1] = tostring(order[i].connection)
  end
  return names
end

-- Ends the connections since a mark.
function specs.drop(mark)
  for i = mark + 1, #order do
    disconnect(order[i].connection)
  end
end

-- Whether a function of the spec wants a message: it raises no error, and gives nothing at all or something true.
function specs.wants(body, message, kind)
  local function judge(...)
    return select("#", ...) == 0 or (...)
  end
  local ok, result = xpcall(function() return judge(body(message, kind)) end, specs.handler)
  if ok then
    return { met = result }
  end
  return { met = false, message = result.message, traceback = result.traceback }
end
