-- The global `console`, which the script of `scriptsocket connect` has besides those of `scriptsocket run`:
--
--   console.url, .headers, .protocol   what was given on the command line; the last two may be nil
--   console.wait                       seconds from the end of the input to the end of the connection
--   console.dialogue                   whether a person types and reads: both are a terminal
--   console.color                      whether the output may be coloured
--   console.on_line(f)                 f(line) is called for each line of the input, which is read from now on
--   console.on_end(f)                  f(why) is called once, when the input has ended; why is nil unless it failed
--   console.prompt(text)               what stands behind the output while a line is waited for; only in a dialogue
--   console.after(seconds, f)          f() is called once, so much later
--   console.close(conn, code, reason)  as websocket.disconnect, but says code and reason to the peer
--   console.time()                     the time of day, such as 12:34:56.789
local bridge = scriptsocket_console
local type, error, pcall = type, error, pcall
local disconnect = websocket.disconnect

console = {
  url = bridge.url,
  headers = bridge.headers,
  protocol = bridge.protocol,
  wait = bridge.wait,
  dialogue = bridge.dialogue,
  color = bridge.color,
  time = bridge.time,
}

local takers = {}
local timers, last = {}, 0

local function checked(f, name)
  if type(f) ~= "function" then
    error("bad argument to '" .. name .. "' (function expected, got " .. type(f) .. ")", 3)
  end
  return f
end

function console.on_line(f)
  takers.line = checked(f, "on_line")
  bridge.read()
end

function console.on_end(f) takers["end"] = checked(f, "on_end") end

function console.prompt(text)
  if console.dialogue then bridge.prompt(text) end
end

function console.after(seconds, f)
  last = last + 1
  timers[last] = checked(f, "after")
  bridge.after(seconds, last)
end

function console.close(conn, code, reason)
  local ok, why = pcall(bridge.say_goodbye, code or 1000, reason or "")
  if not ok then error(why, 2) end
  disconnect(conn)
end

function takers.after(timer)
  local f = timers[timer]
  timers[timer] = nil
  f()
end

-- Called by the program.
function scriptsocket_console(self, what, value)
  local taker = takers[what]
  if taker then taker(value) end
end
