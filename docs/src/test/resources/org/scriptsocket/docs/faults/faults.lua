-- Plays the plans: opens the connections of each instance, does the deeds that are bound to a moment, and tells everything.

local NAMES = { [0] = "CONNECTED", "DISCONNECTED", "MESSAGE", "ERROR" }

local deeds = {}

local function act(self, conn, id, actions, moment)
  for _, deed in ipairs(actions[moment] or {}) do
    tell("DEED", id, deed .. " at " .. moment)
    deeds[deed](self, conn, id)
  end
end

local function open(self, plan)
  local messages = 0
  local own
  own = websocket.connect(plan.url, { timeout = plan.timeout }, function(instance, conn, data)
    local event = NAMES[data.event]
    local moment = event
    if event == "MESSAGE" then
      messages = messages + 1
      moment = event .. " " .. messages
      tell(event, plan.id, data.type .. " " .. data.message)
    else
      tell(event, plan.id, data.message, data.code)
    end
    if instance ~= self or conn ~= own then tell("MIXED UP", plan.id) end
    act(self, conn, plan.id, plan.actions, moment)
  end)
  table.insert(self.open, { conn = own, id = plan.id })
  tell("CONNECT", plan.id)
  return own
end

local function send(conn, id, text, options)
  local sent, why = pcall(websocket.send, conn, text, options)
  tell(sent and "SENT" or "REFUSED", id, sent and text or why)
end

local count = 0
local function text(id)
  count = count + 1
  return "sent " .. count .. " to " .. id .. " "
end

function deeds.NOTHING() end
function deeds.SEND_TEXT(self, conn, id) send(conn, id, text(id), { type = websocket.DATA_TYPE_TEXT }) end
function deeds.SEND_BINARY(self, conn, id) send(conn, id, text(id)) end
function deeds.SEND_BIG(self, conn, id) send(conn, id, text(id) .. ("x"):rep(BIG)) end
function deeds.DISCONNECT(self, conn, id)
  tell("DISCONNECT", id)
  websocket.disconnect(conn)
end
function deeds.CONNECT(self, conn, id)
  local plan = table.remove(self.spares, 1)
  if plan then
    local opened, why = pcall(open, self, plan)
    if not opened then tell("REFUSED", plan.id, why) end
  end
end
function deeds.THROW() error("thrown on purpose") end
function deeds.CLOSE(self) close_instance(self.number) end

local function act_first(self, moment)
  act(self, self.open[1].conn, self.open[1].id, self.actions, moment)
end

function init(self)
  self.number, self.updates, self.open = PLAN.number, 0, {}
  self.spares, self.actions = PLAN.spares, PLAN.actions
  for _, plan in ipairs(PLAN.connections) do open(self, plan) end
  act_first(self, "INIT")
end

function update(self, dt)
  self.updates = self.updates + 1
  act_first(self, "UPDATE " .. self.updates)
end

function final(self)
  act_first(self, "FINAL")
end

function leave(self)
  for _, opened in ipairs(self.open) do
    tell("LEAVE", opened.id)
    websocket.disconnect(opened.conn)
  end
end
