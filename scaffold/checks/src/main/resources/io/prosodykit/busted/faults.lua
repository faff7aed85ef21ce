-- What a block raised: the kind of fault, its message, and where it happened.
return function(part)
  local error, pcall, setmetatable, tostring, type = error, pcall, setmetatable, tostring, type
  local getinfo, raw_meta, traceback = debug.getinfo, debug.getmetatable, debug.traceback
  local find, match, sub = string.find, string.match, string.sub

  local faults = {}

  local failure = { __tostring = function(self) return tostring(self.message) end }
  local shapeless_failure = {} -- its message is neither a text nor converts itself to one
  local pending = { __tostring = function(self) return self.message end }

  local function has_text(value)
    return type(value) == "string" or (raw_meta(value) or {}).__tostring
  end

  -- Raises the failure of a test. The level counts as in error(); a failed comparison has both values as text.
  function faults.raise(message, level, expected, actual)
    local info = type(message) == "string" and level > 0 and getinfo(level + 1, "Sl")
    if info and info.currentline > 0 then
      message = info.short_src .. ":" .. info.currentline .. ": " .. message
    end
    local value = { message = message, expected = expected, actual = actual }
    error(setmetatable(value, has_text(message) and failure or shapeless_failure), 0)
  end

  function faults.fail(message, level)
    faults.raise(message, (level or 1) > 0 and (level or 1) + 1 or 0)
  end

  function faults.pending(message)
    error(setmetatable({ message = message }, pending), 0)
  end

  local function ours(source)
    return sub(source, 1, 12) == "=prosodykit/"
  end

  -- The frame of a spec's own code nearest to the given level, and the first frame of any Lua code.
  local function frames(level, file)
    local first, first_level
    for i = level, level + 1000 do
      local info = getinfo(i, "Sl")
      if not info then
        break
      elseif info.what ~= "C" and info.currentline > 0 and not ours(info.source) then
        if not first then
          first, first_level = info, i
        end
        if info.source == file then
          return info, first, first_level
        end
      end
    end
    return nil, first, first_level
  end

  -- The line of a file from which the running code was reached, or nil.
  function faults.line_in(file)
    local own = frames(2, "@" .. file)
    return own and own.currentline
  end

  local function message_of(value)
    local meta = raw_meta(value)
    if meta == shapeless_failure then
      value = value.message
    end
    if has_text(value) then
      return tostring(value)
    elseif value == nil then
      return "error with the value nil"
    end
    return part("state").format_argument(value) or tostring(value)
  end

  -- For xpcall, at the place of the error: status, message, trace, file and line, and both values of a comparison.
  function faults.caught(value, file, level)
    local meta = raw_meta(value)
    local fault = { status = "error" }
    if meta == failure or meta == shapeless_failure then
      fault.status, fault.expected, fault.actual = "failure", value.expected, value.actual
    elseif meta == pending then
      fault.status = "pending"
    end
    local ok, message = pcall(message_of, value)
    if ok and (type(message) == "string" or message == nil) then
      fault.message = message
    elseif meta == pending then
      -- From Lua 5.3 on, nil is also refused.
      fault.status, fault.message = "error", "pending takes a text as its reason"
    else
      fault.message = "error value that cannot be shown: " .. type(value)
    end

    local own, first, first_level = frames(level + 1, file and "@" .. file)
    if first then
      local trace = traceback("", first_level - 1)
      fault.trace = sub(trace, 2, (find(trace, "\n%s*%[C]") or 0) - 1)
      if fault.message and not match(fault.message, "^[^\n]-:%d+: .*") then
        fault.message = first.short_src .. ":" .. first.currentline .. ": " .. fault.message
      end
    end
    fault.line = own and own.currentline
    return fault
  end

  return faults
end
