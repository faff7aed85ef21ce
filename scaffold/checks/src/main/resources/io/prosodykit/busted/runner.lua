-- Runs spec files in the language of busted 2.1.1 with luassert 1.9.0.
--
-- Returns run(load_part, settings, emit). load_part(name) returns what the file NAME.lua next to this one returns;
-- emit gets one JSON object as a line of text for each event: file, start and test for each test, suite-error for a
-- fault outside of tests, and end.
-- Each part is a function of one argument, a function that returns other parts.
local error, os, package, tostring = error, os, package, tostring

local function read(path)
  local file, message = io.open(path, "rb")
  if not file then
    return nil, message
  end
  local text, fault = file:read("*a")
  file:close()
  return text, fault
end

local function is_absolute(path)
  return path:match("^[/\\]") or path:match("^%a:[/\\]")
end

local function in_root(root, path)
  if not root or root == "." or is_absolute(path) then
    return path
  end
  return root .. "/" .. path
end

-- "./" stands for the folder that the specs run in.
local function search_path(root, path)
  if not root or root == "." then
    return path
  end
  return ((";" .. path):gsub(";%./", function() return ";" .. root .. "/" end):sub(2))
end

return function(load_part, settings, emit)
  local clock = settings.clock or os.clock
  local options = {}
  for name, value in pairs(settings) do
    options[name] = value
  end
  options.clock = clock
  options.seed = settings.seed or (os.time() * 1000 + math.floor(clock() * 1000)) % 2147483647

  local parts = { settings = options, emit = emit }
  local function part(name)
    local value = parts[name]
    if value == nil then
      value = load_part(name)(part)
      if value == nil then
        value = true
      end
      parts[name] = value
    end
    return value
  end

  local tree, blocks, report = part "tree", part "blocks", part "report"
  for _, name in ipairs { "assertions", "errors", "calls", "matchers", "show" } do
    part(name)
  end
  local words = part "language"
  for _, name in ipairs { "assert", "spy", "stub", "mock", "match" } do
    words[name] = part(name)
  end
  part "modules"

  local path, exit = package.path, os.exit
  local lpath = settings.lpath or "./src/?.lua;./src/?/?.lua;./src/?/init.lua"
  package.path = search_path(settings.root, (lpath .. ";" .. path):gsub(";;", ";"))

  -- The end of the process would also end all other tests.
  os.exit = function(code) -- luacheck: ignore 122
    local message = "os.exit(" .. (code == nil and "" or tostring(code)) .. ") was called; a spec cannot end the run"
    local element = tree.current
    while element and not element.running do
      element = element.parent
    end
    if element then
      element.exited = message
    end
    error(message, 2)
  end

  local function fault(element, message)
    report.suite_error(element, { status = "error", message = message })
  end

  local function add_file(name)
    local text, message = read(in_root(settings.root, name))
    local chunk
    if text then
      -- A first line with # is for the shell; a byte order mark has no meaning.
      text = text:gsub("^\239\187\191", ""):gsub("^#[^\n]*", "")
      chunk, message = tree.compile(text, "@" .. name)
    end
    local attributes = { envmode = settings.auto_insulate ~= false and "insulate" or nil }
    local element = { descriptor = "file", attributes = attributes, name = name, run = chunk }
    if chunk then
      tree.attach(element)
    else
      fault(element, message)
    end
  end

  local function run_helper(name)
    local chunk = name:match("%.lua$") and in_root(settings.root, name)
    local ok, message = pcall(chunk and dofile or require, chunk or name)
    if not ok then
      fault({ descriptor = "helper", attributes = {}, name = name }, tostring(message))
    end
    return ok
  end

  if not settings.helper or run_helper(settings.helper) then
    for _, name in ipairs(settings.files) do
      add_file(name)
    end
    blocks.run_suite()
    part("events").publish { "exit" }
  end
  package.path, os.exit = path, exit -- luacheck: ignore 122
  emit(part "json" { event = "end", seed = options.seed })
end
