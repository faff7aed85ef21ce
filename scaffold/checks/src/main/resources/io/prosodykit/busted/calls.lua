-- The assertions about spies: assert.spy(s).was.called(2).
return function(part)
  local error, rawget, tostring, type = error, rawget, tostring, type
  local assert, values = part "assert", part "values"

  local function register(name, callback, negative)
    assert:register("assertion", name, callback, "assertion." .. name .. ".positive",
      negative or "assertion." .. name .. ".negative")
  end

  local function target(state, method)
    local spy = rawget(state, "payload")
    if type(spy) == "function" and method == "called" then
      error("assert.spy takes the spy, not the function that the spy replaces", values.errorlevel())
    end
    if not (spy and spy[method]) then
      error("'" .. method .. "' needs a spy before it: assert.spy(s)." .. method .. "(...)", values.errorlevel())
    end
    return spy
  end

  local function with(method)
    return function(state, arguments)
      local holds, seen = target(state, method)[method](rawget(state, "payload"), arguments)
      local wanted = values.shallowcopy(arguments)
      values.cleararglist(arguments)
      values.tinsert(arguments, 1, seen)
      values.tinsert(arguments, 2, wanted)
      return holds
    end
  end

  -- "not called()" means called(0)
  local function called(compare)
    return function(state, arguments)
      local times = arguments[1]
      if not times and not state.mod then
        state.mod = true
        times = 0
      end
      local holds, count = target(state, "called"):called(times, compare)
      arguments[1] = tostring(times or ">0")
      values.tinsert(arguments, 2, tostring(count))
      arguments.nofmt = { true, true }
      return holds
    end
  end

  local function payload(state, arguments)
    if not arguments then
      error("put the spy in parentheses: assert.spy(s).was.called()", values.errorlevel())
    end
    state.payload = arguments[1]
    if arguments[2] ~= nil then
      state.failure_message = arguments[2]
    end
  end

  assert:register("modifier", "spy", payload)
  assert:register("modifier", "stub", payload)
  register("called_with", with "called_with")
  register("returned_with", with "returned_with")
  register("called", called())
  local function compared(name, opposite, compare)
    register(name, called(compare), "assertion." .. opposite .. ".positive")
  end
  compared("called_at_least", "called_less_than", function(count, times) return count >= times end)
  compared("called_less_than", "called_at_least", function(count, times) return count < times end)
  compared("called_at_most", "called_more_than", function(count, times) return count <= times end)
  compared("called_more_than", "called_at_most", function(count, times) return count > times end)
  return assert
end
