-- Runs specs by the runner in the folder arg[1]: lua host.lua FOLDER [--setting=value ...] FILE ...
-- Events go to the file named in SPEC_EVENTS.
local folder = arg[1]
local out = assert(io.open(os.getenv "SPEC_EVENTS", "w"))

local function load_part(name)
  local file = assert(io.open(folder .. "/" .. name .. ".lua", "rb"))
  local text = file:read "*a"
  file:close()
  return assert((loadstring or load)(text, "=prosodykit/" .. name .. ".lua"))()
end

local settings = { root = ".", files = {} }
for i = 2, #arg do
  local name, value = arg[i]:match "^%-%-([%w_]+)=(.*)$"
  if name then
    settings[name] = value == "true" or value ~= "false" and (tonumber(value) or value)
  else
    table.insert(settings.files, arg[i])
  end
end

load_part "runner"(load_part, settings, function(line) out:write(line, "\n") end)
out:close()
