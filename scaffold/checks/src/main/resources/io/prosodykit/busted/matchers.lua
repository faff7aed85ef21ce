-- The matchers: each takes the spec's arguments and returns a function that says whether a value matches.
return function(part)
  local find, tonumber, tostring, type = string.find, tonumber, tostring, type
  local getmetatable, ipairs = getmetatable, ipairs
  local assert, values, checks, match = part "assert", part "values", part "checks", part "match"

  local function register(names, callback)
    for name in names:gmatch("%S+") do
      assert:register("matcher", name, callback)
    end
  end

  register("true", function() return function(value) return value == true end end)
  register("false", function() return function(value) return value == false end end)
  register("truthy", function() return function(value) return not not value end end)
  register("falsy", function() return function(value) return not value end end)

  for name in ("nil boolean number string table function userdata thread"):gmatch("%S+") do
    register(name, function() return function(value) return type(value) == name end end)
  end

  register("equals equal", function(_, arguments)
    checks.at_least(1, "equals", arguments)
    return function(value) return value == arguments[1] end
  end)

  register("same", function(_, arguments)
    checks.at_least(1, "same", arguments)
    return function(value) return (values.deepcompare(value, arguments[1], true)) end
  end)

  register("ref", function(_, arguments)
    checks.at_least(1, "ref", arguments)
    local kind = type(arguments[1])
    local object = kind == "table" or kind == "function" or kind == "thread" or kind == "userdata"
    checks.argument(object, 1, "ref", "object", kind)
    return function(value) return value == arguments[1] end
  end)

  register("unique", function(_, arguments)
    return function(value) return values.unique(value, arguments[1]) end
  end)

  register("near", function(_, arguments)
    checks.at_least(2, "near", arguments)
    local expected = checks.number(arguments[1], 1, "near")
    local tolerance = checks.number(arguments[2], 2, "near")
    return function(value)
      local actual = tonumber(value)
      return actual ~= nil and actual >= expected - tolerance and actual <= expected + tolerance
    end
  end)

  register("matches match", function(_, arguments)
    checks.at_least(1, "matches", arguments)
    local pattern, init, plain = arguments[1], arguments[2], arguments[3]
    checks.argument(type(pattern) == "string", 1, "matches", "string", type(pattern))
    checks.argument(init == nil or tonumber(init), 2, "matches", "number", type(init))
    return function(value)
      local kind = type(value)
      if kind == "string" or kind == "number" or kind == "table" and (getmetatable(value) or {}).__tostring then
        return find(tostring(value), pattern, init, plain) ~= nil
      end
      return false
    end
  end)

  -- Matches by how many of the given matchers match; stops at the first answer that is `decisive`.
  local function composite(name, decisive, result)
    register(name, function(_, arguments)
      checks.at_least(1, name, arguments)
      for i = 1, arguments.n do
        checks.argument(match.is_matcher(arguments[i]), i, name, "matcher", type(arguments[i]))
      end
      return function(value)
        for _, matcher in ipairs(arguments) do
          if matcher(value) == decisive then
            return result
          end
        end
        return not result
      end
    end)
  end

  composite("any_of", true, true)
  composite("none_of", true, false)
  composite("all_of", false, false)
  return match
end
