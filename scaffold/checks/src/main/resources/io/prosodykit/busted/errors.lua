-- The assertions about errors that a function raises.
return function(part)
  local pcall, tonumber, tostring, type = pcall, tonumber, tostring, type
  local find, gsub, match = string.find, string.gsub, string.match
  local assert, values, checks = part "assert", part "values", part "checks"

  -- Calls the function, and returns its error without the place that error() prepends to a text.
  local function caught(func)
    local ok, value = pcall(func)
    if type(value) == "string" then
      value = gsub(value, "^.-:%d+: ", "", 1)
    end
    return ok, value
  end

  local function show(state, arguments, ok, value, expected, message)
    arguments.n = 2
    arguments[1], arguments[2] = value, expected
    if ok then
      arguments[1] = "(no error)"
    end
    arguments.nofmt = { [1] = ok }
    if message ~= nil then
      state.failure_message = message
    end
  end

  local function has_error(state, arguments)
    local func, expected = arguments[1], arguments[2]
    checks.callable(func, "error")
    local results = values.shallowcopy(arguments)
    local ok, value = caught(func)
    results[1] = value
    show(state, arguments, ok, value, expected, arguments[3])
    if expected == nil then
      arguments[2], arguments.nofmt[2] = "(error)", true
    end
    if ok or expected == nil then
      return not ok, results
    end
    if type(expected) == "string" and values.hastostring(value) then
      results[1] = tostring(value)
      return expected == results[1], results
    elseif type(expected) == "number" and type(value) == "string" then
      return tostring(expected) == tostring(tonumber(value)), results
    end
    return (values.deepcompare(expected, value, true)), results
  end

  local function error_matches(state, arguments)
    checks.at_least(2, "error_matches", arguments)
    local func, pattern = arguments[1], arguments[2]
    checks.callable(func, "error_matches")
    checks.argument(pattern == nil or type(pattern) == "string", 2, "error", "string", type(pattern))
    local results = values.shallowcopy(arguments)
    local message = checks.take_message(arguments)
    local init, plain = arguments[3], arguments[4]
    checks.argument(init == nil or tonumber(init), 3, "matches", "number", type(init))
    local ok, value = caught(func)
    results[1] = value
    show(state, arguments, ok, value, pattern, message)
    if ok then
      return false, results
    elseif value == nil and pattern == nil then
      return true, {}
    end
    if values.hastostring(value) or type(value) == "number" or type(value) == "boolean" then
      value = tostring(value)
      results[1] = value
    end
    if type(value) ~= "string" then
      return false, results
    end
    if plain then
      if find(value, pattern, init, plain) then
        return true, { pattern }
      end
      return false, results
    end
    local captures = { match(value, pattern, init) }
    if captures[1] ~= nil then
      return true, captures
    end
    return false, results
  end

  for _, name in ipairs { "error", "errors" } do
    assert:register("assertion", name, has_error, "assertion.error.positive", "assertion.error.negative")
  end
  for _, name in ipairs { "error_matches", "error_match", "matches_error", "match_error" } do
    assert:register("assertion", name, error_matches, "assertion.error.positive", "assertion.error.negative")
  end
  return assert
end
