-- Mocks: tables with spies or stubs in place of their functions, at any depth.
return function(part)
  local pairs, setmetatable, type = pairs, setmetatable, type
  local spy, stub = part "spy", part "stub"

  local mock = {}

  function mock.new(object, as_stubs, answer, owner, owner_key)
    local seen = {}

    local function replace(value, parent, key)
      if type(value) == "function" then
        if as_stubs then
          return stub(parent, key, answer)
        end
        return parent == nil and spy.new(value) or spy.on(parent, key)
      end
      if type(value) == "table" and not spy.is_spy(value) and not seen[value] then
        seen[value] = true
        for name, field in pairs(value) do
          value[name] = replace(field, value, name)
        end
      end
      return value
    end

    return replace(object, owner, owner_key)
  end

  local function each(object, method)
    if type(object) ~= "table" then
      return nil
    end
    if spy.is_spy(object) then
      return object[method](object)
    end
    for _, field in pairs(object) do
      each(field, method)
    end
    return object
  end

  function mock.clear(object) return each(object, "clear") end
  function mock.revert(object) return each(object, "revert") end

  return setmetatable(mock, { __call = function(_, ...) return mock.new(...) end })
end
