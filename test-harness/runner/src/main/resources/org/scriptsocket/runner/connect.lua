-- The interactive client: `scriptsocket connect URL` runs this. To change it:
--
--   scriptsocket connect --print-script > my-client.lua
--   scriptsocket connect --script my-client.lua URL
--
-- It uses the API of every script, `websocket`, and besides `console`: lines as they are typed, timers, a prompt.

local HELP = [==[
What you type is sent as a text message, a line each.
  /binary 00ff            sends bytes, given in hex
  /close [CODE [REASON]]  ends the connection with this status, 1000 if there is none
  /quit                   the same as /close
  /help                   shows this
  //TEXT                  sends /TEXT
The end of the input (Ctrl-D) ends the connection, too.]==]

-- Milliseconds until a connection must be there: a person who is tired of waiting has Ctrl-C.
local CONNECT_TIMEOUT = 30000
-- Bytes of a message that are shown to a person.
local MOST_SHOWN = 4096
-- Status codes that are the end of an orderly conversation.
local ORDERLY = { [1000] = true, [1005] = true }
local COLORS = { dim = "2", red = "31", green = "32", yellow = "33", cyan = "36" }

local connection
-- The status that was said when the user wanted to leave; nil until then.
local said
local failed, refused = false, false
local received = 0

local function painted(color, text)
  if not console.color then return text end
  return "\27[" .. COLORS[color] .. "m" .. text .. "\27[0m"
end

local function say(color, text) log(painted("dim", console.time()) .. " " .. painted(color, text)) end

local NAMED = { ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local function escaped(bytes)
  return NAMED[bytes] or (bytes:gsub(".", function(c) return ("\\x%02x"):format(c:byte()) end))
end

-- So that no peer drives the terminal: control characters, those of the second set (U+0080 to U+009F), and what turns the
-- direction of writing or ends a line (U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069) are written as \x1b.
local function visible(text)
  text = text:gsub("[%z\1-\31\127]", escaped)
  text = text:gsub("\194[\128-\159]", escaped)
  text = text:gsub("\226\128[\142\143\168-\174]", escaped)
  return (text:gsub("\226\129[\166-\169]", escaped))
end

-- For text that may be no UTF-8.
local function ascii(text) return (text:gsub("[%z\1-\31\127-\255]", escaped)) end

local function hex(bytes)
  return (bytes:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
end

-- As much as a person wants to see; in whole where no person looks.
local function beginning(message)
  if not console.dialogue or #message <= MOST_SHOWN then return message, "" end
  local cut = MOST_SHOWN
  -- not inside of a UTF-8 character
  while cut > 0 and message:byte(cut + 1) >= 128 and message:byte(cut + 1) < 192 do cut = cut - 1 end
  return message:sub(1, cut), (" ... and %d bytes more"):format(#message - cut)
end

local function bytes(n) return n == 1 and "1 byte" or ("%d bytes"):format(n) end

local function show(data)
  local first, rest = beginning(data.message)
  if data.type == websocket.DATA_TYPE_TEXT then
    say("cyan", "< text, " .. bytes(#data.message) .. ": " .. visible(first) .. rest)
  else
    say("cyan", "< binary, " .. bytes(#data.message) .. ": " .. hex(first) .. rest)
  end
end

local function refuse(why)
  refused = true
  say("yellow", "! " .. visible(why))
end

-- Calls f, and says what is wrong with its arguments without the place in this script.
local function try(f, ...)
  local ok, why = pcall(f, ...)
  if not ok then refuse((tostring(why):gsub("^[^:]+:%d+: ", ""))) end
  return ok
end

local function send(message, kind) try(websocket.send, connection, message, { type = kind }) end

local function leave(code, reason)
  if try(console.close, connection, code, reason) then said = code or 1000 end
end

local commands = {}

function commands.help() log(HELP) end

function commands.quit() leave() end

function commands.close(rest)
  local code, reason = rest:match("^(%d+)%s*(.*)$")
  if rest ~= "" and not code then return refuse("/close: a status code such as 1000 or 4001 expected, got '" .. rest .. "'") end
  leave(tonumber(code), reason)
end

function commands.binary(rest)
  local digits = rest:gsub("%s", "")
  if #digits % 2 == 1 or digits:find("%X") then
    return refuse("/binary: pairs of hex digits expected, such as 00ff, got '" .. rest .. "'")
  end
  send(digits:gsub("..", function(pair) return string.char(tonumber(pair, 16)) end), websocket.DATA_TYPE_BINARY)
end

local function take(line)
  if said then return end
  if line:sub(1, 2) == "//" then return send(line:sub(2), websocket.DATA_TYPE_TEXT) end
  if line:sub(1, 1) ~= "/" then return send(line, websocket.DATA_TYPE_TEXT) end
  local name, rest = line:match("^/(%S*)%s*(.-)%s*$")
  local command = commands[name]
  if command then command(rest) else refuse("there is no command /" .. name .. "; /help lists them") end
end

-- What is still on its way is waited for: the input of a pipe ends before the first answer is there.
local function leave_when_quiet()
  local before = received
  console.after(console.wait, function()
    if said then return end
    if received == before then leave() else leave_when_quiet() end
  end)
end

local function input_ended(why)
  if why then refuse("the input can not be read: " .. why) end
  if said then return end
  if console.dialogue or console.wait == 0 then leave() else leave_when_quiet() end
end

local on = {}

on[websocket.EVENT_CONNECTED] = function(data)
  local protocol = data.handshake_response.headers["Sec-WebSocket-Protocol"]
  local chosen = protocol and ", protocol " .. ascii(protocol) or ""
  say("green", "connected to " .. tostring(connection):match("%((.*)%)") .. chosen)
  if console.dialogue then log(painted("dim", "Type a line to send it; /help tells more.")) end
  console.prompt("> ")
  console.on_end(input_ended)
  console.on_line(take)
end

on[websocket.EVENT_MESSAGE] = function(data)
  received = received + 1
  show(data)
end

on[websocket.EVENT_ERROR] = function(data)
  failed = true
  console.prompt("")
  say("red", "! " .. ascii(data.message))
  local response = data.handshake_response
  if response and response.response ~= "" then say("red", "! " .. ascii(response.response:sub(1, MOST_SHOWN))) end
end

on[websocket.EVENT_DISCONNECTED] = function(data)
  console.prompt("")
  local reason = data.reason ~= "" and " '" .. visible(data.reason) .. "'" or ""
  say("green", "closed with " .. (said or data.code) .. reason)
  if failed or not ORDERLY[data.code] or refused and not console.dialogue then os.exit(1) end
end

function init(self)
  local params = { headers = console.headers, protocol = console.protocol, timeout = CONNECT_TIMEOUT }
  connection = websocket.connect(console.url, params, function(_, _, data) on[data.event](data) end)
end

function final(self) console.prompt("") end
