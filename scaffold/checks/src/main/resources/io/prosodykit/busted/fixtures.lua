-- Files next to a spec, which `require "busted.fixtures"` returns.
return function()
  local error, getinfo, open, type = error, debug.getinfo, io.open, type
  local load, gsub, match, sub = loadstring or load, string.gsub, string.match, string.sub

  local fixtures = {}

  -- Test suites with helpers around these compare the text.
  local function check(value, func, optional)
    if type(value) ~= "string" and not (optional and value == nil) then
      local wanted = "expected a string (relative filename)" .. (optional and " or nil" or "")
      error("bad argument to '" .. func .. "' " .. wanted .. ", got: " .. type(value), 3)
    end
  end

  -- a/b/../c is a/c
  local function normal(path)
    path = gsub(gsub(path, "/%./", "/"), "^%./", "")
    local before
    repeat
      before = path
      path = gsub(path, "([^/]+)/%.%./", function(name) return name == ".." and "../../" or "" end)
    until path == before
    return path
  end

  function fixtures.path(name)
    check(name, "path", true)
    local level = 2
    local info = getinfo(level, "S")
    while info.what == "C" or match(info.source, "^=prosodykit/") or info.source == "=(tail call)" do
      level = level + 1
      info = getinfo(level, "S")
    end
    local folder = match(sub(info.source, 2), "^(.*)/[^/]*$") or "."
    return normal(name and folder .. "/" .. name or folder)
  end

  local function read(name, binary)
    local path = fixtures.path(name)
    local file, message = open(path, binary and "rb" or "r")
    if not file then
      error("cannot read '" .. path .. "': " .. message, 3)
    end
    local text = file:read("*a")
    file:close()
    return text
  end

  function fixtures.read(name, binary)
    check(name, "read")
    local text = read(name, binary)
    return text
  end

  function fixtures.load(name)
    check(name, "load")
    if not match(name, "%.lua$") then
      name = name .. ".lua"
    end
    local chunk, message = load(read(name), name)
    if not chunk then
      error("cannot load '" .. name .. "': " .. message, 2)
    end
    return chunk()
  end

  return fixtures
end
