-- The assert object: assert(value), chains like assert.is_not.same(a, b), and what specs register with it.
return function(part)
  local getmetatable, rawget, setmetatable, tostring = getmetatable, rawget, setmetatable, tostring
  local values, names, state, say = part "values", part "names", part "state", part "say"
  local raise, shown_values = part("faults").raise, part "messages"

  local assert = {}
  local level_type = {}
  local chain = {}

  local function message_of(key, failure_message, arguments)
    if values.hastostring(failure_message) then
      failure_message = tostring(failure_message)
    elseif failure_message ~= nil then
      failure_message = state.format_argument(failure_message)
    end
    local message = say(key, assert:format(arguments))
    if message and failure_message then
      return failure_message .. "\n" .. message
    end
    return message or failure_message or "assertion failed!"
  end

  local function modify(self, modifiers, ...)
    for i = 1, #modifiers do
      modifiers[i].callback(self, ...)
    end
  end

  function chain.__call(self, ...)
    local assertion, modifiers = names.resolve("assertion", self.tokens)
    local level = values.errorlevel()
    if not assertion then
      self.tokens = {}
      modify(self, modifiers, values.make_arglist(...), level)
      return self
    end
    modify(self, modifiers)
    local arguments = values.make_arglist(...)
    local holds, results = assertion.callback(self, arguments, level)
    if (not holds) == self.mod then
      local key = assertion.negative_message
      if self.mod then
        key = assertion.positive_message
      end
      local message = message_of(key, rawget(self, "failure_message"), arguments)
      local places = shown_values[key]
      if places then
        raise(message, level, arguments[places.expected], arguments[places.actual])
      end
      raise(message, level)
    end
    if results then
      return values.unpack(results)
    end
    return ...
  end

  function chain.__index(self, key)
    names.add_tokens(self.tokens, key)
    return self
  end

  function assert.state()
    return setmetatable({ mod = true, tokens = {} }, chain)
  end

  function assert.register(_, kind, name, callback, positive, negative)
    names.register(kind, name, {
      name = name:lower(),
      callback = callback,
      positive_message = positive,
      negative_message = negative,
    })
  end

  function assert.unregister(_, kind, name)
    names.register(kind, name, nil)
  end

  -- Replaces the arguments by text, except those marked in nofmt.
  function assert.format(_, arguments)
    local as_they_are, hints = arguments.nofmt or {}, arguments.fmtargs or {}
    for i = 1, arguments.n or #arguments do
      if not as_they_are[i] then
        local value = arguments[i]
        local text = state.format_argument(value, nil, hints[i])
        if text == nil then
          text = tostring(value)
        end
        arguments[i] = text
      end
    end
    return arguments
  end

  function assert.add_formatter(_, formatter) state.add_formatter(formatter) end
  function assert.remove_formatter(_, formatter) state.remove_formatter(formatter) end
  function assert.set_parameter(_, name, value) state.set_parameter(name, value) end
  function assert.get_parameter(_, name) return state.get_parameter(name) end
  function assert.add_spy(_, spy) state.add_spy(spy) end
  function assert.snapshot() return state.snapshot() end
  function assert.level(_, level) return setmetatable({ level = level }, level_type) end

  function assert.get_level(_, level)
    if getmetatable(level) == level_type then
      return level.level
    end
    return nil
  end

  return setmetatable(assert, {
    __call = function(self, value, message, level, ...)
      if not value then
        if message == nil or message == false then
          message = "assertion failed!"
        end
        raise(message, (self:get_level(level) or 1) + 1)
      end
      return value, message, level, ...
    end,
    __index = function(self, key)
      return self.state()[key]
    end,
  })
end
