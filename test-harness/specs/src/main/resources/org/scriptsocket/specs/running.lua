-- Runs one unit at a time, a test with its hooks or the hooks of a block, step by step. Each step is a coroutine that goes on
-- in the updates of the host.
local specs = specs

local unpack = unpack or table.unpack

local PENDING = {}
local DOOMED = specs.failure("the test is over")

local unit -- what runs; nil between units
local progress -- whether anything but a retry went on in this update

local function fail(failure)
  if failure ~= DOOMED then
    table.insert(unit.failures, failure)
  end
end

local function limit_reached(what)
  return "the limit of " .. specs.limit .. " ms has passed " .. what
end

-- What a step waits for, in the words of its wait.
local function waiting(wait)
  return wait.describe and wait.describe() or "in " .. (wait.word or "a yield")
end

-- Lets the step that calls it wait, until it is "ready", "late" by the wait's own deadline, or at its end.
function specs.wait(wait)
  if not unit or coroutine.running() ~= unit.co then
    error("'" .. wait.word .. "' can only be called in a test or a hook, not in a callback or another coroutine", 3)
  end
  wait.began = wait.began or specs.now()
  local how = coroutine.yield(wait)
  if how == "limit" then
    error(limit_reached(waiting(wait)), 3)
  elseif how == "doomed" then
    error(DOOMED)
  end
  return how
end

-- Ends a test as pending.
function specs.give_up(reason)
  if not unit or not unit.main then
    error("'pending' can only be called in a describe or a test", 3)
  end
  error(setmetatable({ reason = type(reason) == "string" and reason or "pending" }, PENDING), 0)
end

function finally(body)
  if not unit then
    error("'finally' can only be called in a test", 2)
  elseif type(body) ~= "function" then
    error("finally: a function expected, got " .. type(body), 2)
  end
  table.insert(unit.deferred, body)
end

-- Whether a unit runs.
function specs.is_running()
  return unit ~= nil
end

-- Whether the unit that runs has had its time. It is real time: virtual time costs nothing.
function specs.is_limit_passed()
  return specs.real_now() >= unit.deadline
end

local function over(ok, thrown)
  unit.co = nil
  if ok then
    return
  elseif getmetatable(thrown) == PENDING then
    unit.pending = thrown.reason
    unit.main = {}
  else
    fail(thrown)
  end
end

local function handler(thrown)
  if type(thrown) == "table" and getmetatable(thrown) == PENDING then
    return thrown
  end
  return specs.handler(thrown)
end

local function resume(...)
  specs.watch(unit.deadline - specs.real_now())
  local alive, ok, thrown = coroutine.resume(unit.co, ...)
  specs.unwatch()
  if not alive then
    over(false, specs.handler(ok))
  elseif coroutine.status(unit.co) == "dead" then
    over(ok, thrown)
  else
    -- A yield that is not ours waits for the next update.
    local ours = type(ok) == "table" and ok.word
    unit.wait = ours and ok or { retry = true, began = unit.began }
  end
end

local function next_body()
  local body = #unit.failures == 0 and table.remove(unit.main, 1)
  if body then
    return body
  end
  if not unit.ending then
    unit.ending = true
    unit.deadline = specs.real_now() + specs.limit
  end
  return table.remove(unit.deferred, 1) or table.remove(unit.after, 1)
end

local function begin(body)
  unit.doomed = false
  unit.co = coroutine.create(function() return xpcall(body, handler) end)
  resume()
end

-- Until when a wait may last, by the clock of the test. In virtual time the limit is for each wait that has none of its own.
local function last_moment(wait)
  local limit = specs.virtual() and wait.began + specs.limit or specs.now() + unit.deadline - specs.real_now()
  if specs.virtual() then
    return wait.deadline or limit
  end
  return math.min(wait.deadline or limit, limit)
end

-- What ends a wait, or nil.
local function outcome(wait)
  if unit.doomed then
    return "doomed"
  elseif wait.ready and wait.ready() then
    return "ready"
  elseif specs.is_limit_passed() then
    return "limit"
  elseif specs.now() >= last_moment(wait) then
    return wait.deadline and "late" or "limit"
  end
  return wait.retry and "ready"
end

local function go_on(how)
  local wait = unit.wait
  progress = progress or not wait.retry
  resume(how)
  if unit.co and (how == "limit" or how == "doomed") then
    -- It has caught its end and waits again: it is left behind.
    if how == "limit" and #unit.failures == 0 then
      fail(specs.failure(limit_reached(waiting(wait))))
    end
    unit.co = nil
  end
end

local function take_callback_errors()
  local message, traceback = specs.callback_error()
  while message do
    fail(specs.failure(message, traceback))
    unit.doomed = unit.co ~= nil
    message, traceback = specs.callback_error()
  end
end

-- Code that never waited has been ended, in the step or in a callback.
local function take_overrun()
  local message, traceback = specs.overrun()
  if not message then
    return
  end
  fail(specs.failure(message, traceback))
  if unit.co and coroutine.status(unit.co) == "dead" then
    unit.co = nil
  end
  unit.doomed = unit.co ~= nil
end

local function finish()
  local done = unit
  unit = nil
  if done.snapshot then
    done.snapshot:revert()
  end
  specs.over(done.failures, done.pending)
end

local function step()
  take_overrun()
  take_callback_errors()
  if unit.co then
    local how = outcome(unit.wait)
    if not how then
      return
    end
    go_on(how)
  end
  while not unit.co do
    local body = next_body()
    if not body then
      progress = true
      finish()
      return
    end
    progress = true
    begin(body)
  end
end

-- Called in each update.
function specs.update()
  progress = false
  if unit then
    step()
  end
  local wait = unit and unit.co and unit.wait
  specs.report(wait and last_moment(wait) or 0, wait and wait.retry == true, progress)
end

local function start(main, after, virtual)
  specs.set_virtual(virtual)
  unit = { main = main, after = after, deferred = {}, failures = {}, began = specs.now() }
  unit.deadline = specs.real_now() + specs.limit
end

local function ancestors(node)
  local all = {}
  while node.parent do
    node = node.parent
    table.insert(all, 1, node)
  end
  return all
end

local function append(all, more)
  for _, each in ipairs(more) do
    all[#all + 1] = each
  end
end

-- Begins a test: the before_each of all blocks around it, outermost first, itself, the after_each, innermost first.
function specs.begin_test(key, line)
  local test = specs.node(key)
  if not test then
    local place = specs.file .. ":" .. line .. ": "
    local gone = place .. "the test is gone, because the file declares other tests each time it is evaluated"
    test = { body = function() error(specs.failure(gone)) end }
  end
  local main, after = {}, {}
  for _, block in ipairs(ancestors(test)) do
    if block.broken then
      start({ function() error(block.broken) end }, {}, false)
      return
    end
    append(main, block.before_each)
    for i, hook in ipairs(block.after_each) do
      table.insert(after, i, hook)
    end
  end
  main[#main + 1] = test.body
  start(main, after, specs.is_virtual(test))
  -- Spies and stubs of a test end with it.
  unit.snapshot = require("luassert"):snapshot()
end

function specs.begin_setup(key)
  local block = specs.node(key)
  block.snapshot = require("luassert"):snapshot()
  start({ unpack(block.setup) }, {}, specs.is_virtual(block))
end

function specs.begin_teardown(key)
  local block = specs.node(key)
  start({}, { unpack(block.teardown) }, specs.is_virtual(block))
  unit.snapshot = block.snapshot
end

-- The tests of the block fail with this.
function specs.break_block(key, message)
  specs.node(key).broken = specs.failure(message)
end
