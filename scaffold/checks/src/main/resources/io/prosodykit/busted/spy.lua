-- Spies: functions that remember their calls.
return function(part)
  local error, getmetatable, setmetatable, type = error, getmetatable, setmetatable, type
  local values, add_spy = part "values", part("state").add_spy

  local spy_type = {}

  local function record(self, ...)
    self.returnvals[#self.returnvals + 1] = values.copyargs(values.make_arglist(...))
    return ...
  end

  function spy_type.__call(self, ...)
    self.calls[#self.calls + 1] = values.copyargs(values.make_arglist(...))
    return record(self, self.callback(...))
  end

  local function revert(self)
    if not self.reverted then
      if self.target_table and self.target_key then
        self.target_table[self.target_key] = self.callback
      end
      self.reverted = true
    end
    return self.callback
  end

  local function clear(self)
    self.calls, self.returnvals = {}, {}
    return self
  end

  local function called(self, times, compare)
    local count = #self.calls
    if compare then
      return compare(count, times), count
    elseif times then
      return count == times, count
    end
    return count > 0, count
  end

  -- Whether a recorded list matches, and that list; if none does, the last list.
  local function search(recorded, wanted)
    local found = values.matchargs(recorded, wanted)
    if found then
      return true, found.vals
    end
    local last = recorded[#recorded]
    return false, last and last.vals
  end

  local function called_with(self, wanted)
    return search(self.calls, wanted)
  end

  local function returned_with(self, wanted)
    return search(self.returnvals, wanted)
  end

  local spy = {}

  function spy.is_spy(object)
    return type(object) == "table" and getmetatable(object) == spy_type
  end

  function spy.new(callback)
    callback = callback or function() end
    if not values.callable(callback) then
      error("only a function or a callable object can be spied on, not a " .. type(callback), values.errorlevel())
    end
    local new = setmetatable({
      calls = {},
      returnvals = {},
      callback = callback,
      revert = revert,
      clear = clear,
      called = called,
      called_with = called_with,
      returned_with = returned_with,
    }, spy_type)
    add_spy(new)
    return new
  end

  function spy.on(target, key)
    local new = spy.new(target[key])
    target[key] = new
    new.target_table, new.target_key = target, key
    return new
  end

  return setmetatable(spy, { __call = function(_, ...) return spy.new(...) end })
end
