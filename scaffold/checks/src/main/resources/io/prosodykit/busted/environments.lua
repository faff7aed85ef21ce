-- Reads and replaces the globals of a function in every Lua: from 5.2 on they are an upvalue of it.
return function()
  local getinfo, getmetatable, type = debug.getinfo, debug.getmetatable, type
  local getupvalue, upvaluejoin = debug.getupvalue, debug.upvaluejoin
  local setmetatable, globals = setmetatable, _G

  local environments = {}

  -- Which upvalue has the globals; nil for a function that uses none.
  local function position(func)
    local i = 1
    local name = getupvalue(func, i)
    while name and name ~= "_ENV" do
      i = i + 1
      name = getupvalue(func, i)
    end
    return name and i
  end

  -- A number is a level of the call stack, 1 for the caller.
  local function at(func)
    return type(func) == "function" and func or getinfo(func + 2, "f").func
  end

  environments.getfenv = getfenv or function(func)
    func = at(func)
    local i = position(func)
    local _, value = getupvalue(func, i or 0)
    return i and value or globals
  end

  environments.setfenv = setfenv or function(func, value)
    func = at(func)
    local i = position(func)
    if i then
      -- other functions of the same chunk keep their globals
      upvaluejoin(func, i, function() return value end, 1)
    end
    return func
  end

  -- Adds a global for a function or a callable object.
  function environments.bindfenv(callable, name, value)
    local func = (getmetatable(callable) or {}).__call or callable
    local around = environments.getfenv(func)
    environments.setfenv(func, setmetatable({ [name] = value }, { __index = around }))
  end

  return environments
end
