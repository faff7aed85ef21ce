-- Errors of assertions and matchers about arguments that they cannot use.
return function(part)
  local type, tonumber, tostring = type, tonumber, tostring
  local say, state, errorlevel = part "say", part "state", part("arguments").errorlevel
  local raise = part("faults").raise

  local checks = {}

  function checks.at_least(count, name, arguments)
    if arguments.n < count then
      raise(say("assertion.internal.argtolittle", { name, count, arguments.n }), errorlevel())
    end
  end

  function checks.argument(holds, position, name, wanted, got)
    if not holds then
      raise(say("assertion.internal.badargtype", { position, name, wanted, got }), errorlevel())
    end
  end

  function checks.number(value, position, name)
    checks.argument(tonumber(value), position, name, "number or object convertible to a number",
      state.format_argument(value) or tostring(value))
    return tonumber(value)
  end

  function checks.callable(value, name)
    checks.argument(part("arguments").callable(value), 1, name, "function or callable object", type(value))
  end

  -- A failure message may be anywhere after the pattern's own optional arguments; removes it from the list.
  function checks.take_message(arguments)
    for i = 3, arguments.n do
      local value = arguments[i]
      if value and type(value) ~= "boolean" and not tonumber(value) then
        return part("arguments").tremove(arguments, i)
      end
    end
    return nil
  end

  return checks
end
