-- Lists of arguments that keep their nils: the field n has the length.
return function()
  local getinfo, getmetatable = debug.getinfo, debug.getmetatable
  local setmetatable, select, type = setmetatable, select, type
  local native_unpack, sub = table.unpack or unpack, string.sub

  local arguments = {}
  local list_type = {}

  function arguments.pack(...)
    return { n = select("#", ...), ... }
  end

  function arguments.unpack(list, first, last)
    return native_unpack(list, first or 1, last or list.n or #list)
  end

  function arguments.make_arglist(...)
    return setmetatable({ n = select("#", ...), ... }, list_type)
  end

  function arguments.is_arglist(object)
    return type(object) == "table" and getmetatable(object) == list_type
  end

  -- tinsert(list, value) or tinsert(list, position, value)
  function arguments.tinsert(list, ...)
    local position, value = ...
    local length = (list.n or #list) + 1
    if select("#", ...) < 2 then
      position, value = length, position
    end
    if position > length then
      length = position
    end
    for i = length, position + 1, -1 do
      list[i] = list[i - 1]
    end
    list[position] = value
    list.n = length
  end

  function arguments.tremove(list, position)
    local length = list.n or #list
    position = position or length
    local removed = list[position]
    list.n = length
    if position > length then
      list[position] = nil
      return removed
    end
    for i = position, length do
      list[i] = list[i + 1]
    end
    list[length] = nil
    list.n = length - 1
    return removed
  end

  function arguments.cleararglist(list)
    for i = list.n, 1, -1 do
      list[i] = nil
    end
    list.n = nil
  end

  function arguments.callable(object)
    return type(object) == "function" or type((getmetatable(object) or {}).__call) == "function"
  end

  function arguments.hastostring(object)
    return type(object) == "string" or type((getmetatable(object) or {}).__tostring) == "function"
  end

  local function ours(source)
    return sub(source, 1, 12) == "=prosodykit/"
  end

  -- The level for error() of the first frame outside the caller's own source.
  function arguments.errorlevel(level)
    level = (level or 1) + 1
    local info = getinfo(level, "S")
    local home = info and info.source
    while info and (info.source == home or info.source == "=(tail call)" or ours(home) and ours(info.source)) do
      level = level + 1
      info = getinfo(level, "S")
    end
    return level - 1
  end

  return arguments
end
