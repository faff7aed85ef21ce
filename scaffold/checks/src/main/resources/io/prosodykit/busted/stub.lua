-- Stubs: spies that return what the spec says instead of calling the function.
return function(part)
  local select, setmetatable, type = select, setmetatable, type
  local values, spy, raise = part "values", part "spy", part("faults").raise

  local stub = {}

  local function constant(...)
    local answers = values.pack(...)
    return function() return values.unpack(answers) end
  end

  function stub.new(object, key, ...)
    if object == nil and key == nil then
      object, key = {}, ""
    end
    if type(object) ~= "table" or key == nil then
      raise("a stub needs a table and a key: stub(table, key)", values.errorlevel())
    end
    local original = object[key]
    if original ~= nil and not values.callable(original) then
      raise("only a function, a callable object or nil can be stubbed, not a " .. type(original), values.errorlevel())
    end

    local first = ...
    local default = constant(...)
    if select("#", ...) == 1 and values.callable(first) then
      default = first
    end
    local cases, answers = {}, {}
    object[key] = function(...)
      local case = values.matchoncalls(cases, values.make_arglist(...))
      if case then
        return answers[case](...)
      end
      return default(...)
    end

    local new = spy.on(object, key)
    local revert_spy = new.revert

    function new.revert(self)
      if not self.reverted then
        revert_spy(self)
        object[key] = original
        self.reverted = true
      end
      return original
    end

    function new.returns(...)
      default = constant(...)
      return new
    end

    function new.invokes(func)
      default = function(...) return func(...) end
      return new
    end

    new.by_default = { returns = new.returns, invokes = new.invokes }

    function new.on_call_with(...)
      local case = values.copyargs(values.make_arglist(...))
      local function answer(func)
        cases[#cases + 1] = case
        answers[case] = func
        return new
      end
      return {
        returns = function(...) return answer(constant(...)) end,
        invokes = function(func) return answer(function(...) return func(...) end) end,
      }
    end

    return new
  end

  return setmetatable(stub, { __call = function(_, ...) return stub.new(...) end })
end
