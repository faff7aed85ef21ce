-- The match object: match.is_string(), match._, and chains as assert has them.
return function(part)
  local getmetatable, setmetatable, type = getmetatable, setmetatable, type
  local values, names = part "values", part "names"

  local matcher_type = {
    __call = function(self, value)
      return self.callback(value) == self.mod
    end,
  }

  local chain = {}

  function chain.__index(self, key)
    names.add_tokens(self.tokens, key)
    return self
  end

  function chain.__call(self, ...)
    local matcher, modifiers = names.resolve("matcher", self.tokens)
    local arguments, level = values.make_arglist(...), values.errorlevel()
    self.tokens = {}
    for i = 1, #modifiers do
      if matcher then
        modifiers[i].callback(self)
      else
        modifiers[i].callback(self, arguments, level)
      end
    end
    if not matcher then
      return self
    end
    local callback = matcher.callback(self, arguments, level)
    return setmetatable({
      name = matcher.name,
      mod = self.mod,
      callback = callback,
      arguments = arguments,
    }, matcher_type)
  end

  local match = {
    _ = setmetatable({ mod = true, callback = function() return true end }, matcher_type),
  }

  function match.state()
    return setmetatable({ mod = true, tokens = {} }, chain)
  end

  function match.is_matcher(object)
    return type(object) == "table" and getmetatable(object) == matcher_type
  end

  function match.is_ref_matcher(object)
    return match.is_matcher(object) and object.name == "ref"
  end

  return setmetatable(match, { __index = function(_, key) return match.state()[key] end })
end
