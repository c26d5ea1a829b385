-- For `scriptsocket run --watch`: has each file watched that a script may load, whether it is there yet or not.
local watch = scriptsocket_watch
scriptsocket_watch = nil

local type, package = type, package
local require_, dofile_, loadfile_ = require, dofile, loadfile

function require(name)
  if type(name) == "string" and type(package.path) == "string" then
    local path = name:gsub("%.", "/")
    for pattern in package.path:gmatch("[^;]+") do
      watch((pattern:gsub("%?", function() return path end)))
    end
  end
  return require_(name)
end

-- A sandbox has neither.
dofile = dofile_ and function(file, ...)
  if type(file) == "string" then watch(file) end
  return dofile_(file, ...)
end

loadfile = loadfile_ and function(file, ...)
  if type(file) == "string" then watch(file) end
  return loadfile_(file, ...)
end
