-- The last part: what the host calls. `update` is taken out of the globals, as that of any script.
local specs = specs

function update(self, command, ...)
  if type(command) == "string" then
    return specs[command](...)
  end
  specs.update()
end
