-- The assertions about values, and the words that may precede them.
return function(part)
  local error, pairs, rawget, rawset, tostring, type = error, pairs, rawget, rawset, tostring, type
  local find, match, floor, tonumber = string.find, string.match, math.floor, tonumber
  local assert, values, checks, raise = part "assert", part "values", part "checks", part("faults").raise

  local function register(names, callback, messages)
    for name in names:gmatch("%S+") do
      assert:register("assertion", name, callback,
        "assertion." .. messages .. ".positive", "assertion." .. messages .. ".negative")
    end
  end

  local function set_message(state, message)
    if message ~= nil then
      state.failure_message = message
    end
  end

  -- Specs write (expected, actual), messages show the actual value first.
  local function swap(arguments)
    arguments[1], arguments[2] = arguments[2], arguments[1]
  end

  local function as_it_is(arguments, position)
    arguments.nofmt = arguments.nofmt or {}
    arguments.nofmt[position] = true
  end

  local function same(state, arguments)
    checks.at_least(2, "same", arguments)
    local expected, actual = arguments[1], arguments[2]
    local equal, crumbs = values.deepcompare(expected, actual, true)
    swap(arguments)
    if crumbs then
      arguments.fmtargs = { { crumbs = crumbs }, { crumbs = crumbs } }
    end
    set_message(state, arguments[3])
    return equal
  end

  local function equals(state, arguments)
    checks.at_least(2, "equals", arguments)
    local equal = arguments[1] == arguments[2]
    swap(arguments)
    set_message(state, arguments[3])
    return equal
  end

  local function near(state, arguments)
    checks.at_least(3, "near", arguments)
    local expected = checks.number(arguments[1], 1, "near")
    local actual = checks.number(arguments[2], 2, "near")
    local tolerance = checks.number(arguments[3], 3, "near")
    swap(arguments)
    arguments[3] = tolerance
    as_it_is(arguments, 3)
    set_message(state, arguments[4])
    return actual >= expected - tolerance and actual <= expected + tolerance
  end

  local function matches(state, arguments)
    checks.at_least(2, "matches", arguments)
    local pattern, value = arguments[1], arguments[2]
    local message = checks.take_message(arguments)
    local init, plain = arguments[3], arguments[4]
    checks.argument(type(pattern) == "string", 1, "matches", "string", type(pattern))
    local has_text = values.hastostring(value) or type(value) == "number"
    checks.argument(has_text, 2, "matches", "string or object convertible to a string", type(value))
    checks.argument(init == nil or tonumber(init), 3, "matches", "number", type(init))
    swap(arguments)
    set_message(state, message)
    local text = tostring(value)
    if plain then
      local found = find(text, pattern, init, plain) ~= nil
      return found, found and { pattern } or {}
    end
    local captures = { match(text, pattern, init) }
    return captures[1] ~= nil, captures
  end

  local function unique(state, arguments)
    local deep, message = arguments[3], arguments[2]
    if type(message) == "boolean" or message == nil and arguments.n > 2 then
      deep, message = arguments[2], arguments[3]
    end
    set_message(state, message)
    return values.unique(arguments[1], deep == true)
  end

  local function truthy(state, arguments)
    checks.at_least(1, "truthy", arguments)
    set_message(state, arguments[2])
    return arguments[1] ~= false and arguments[1] ~= nil
  end

  local function falsy(state, arguments)
    checks.at_least(1, "falsy", arguments)
    set_message(state, arguments[2])
    return not arguments[1]
  end

  local function is_boolean(expected)
    return function(state, arguments)
      values.tinsert(arguments, 2, expected)
      set_message(state, arguments[3])
      return arguments[1] == expected
    end
  end

  local function is_type(name)
    return function(state, arguments)
      values.tinsert(arguments, 2, "type " .. name)
      as_it_is(arguments, 2)
      set_message(state, arguments[3])
      return arguments.n > 1 and type(arguments[1]) == name
    end
  end

  local function returned_arguments(_, arguments)
    arguments[1], arguments[2] = tostring(arguments[1]), tostring(arguments.n - 1)
    as_it_is(arguments, 1)
    as_it_is(arguments, 2)
    if arguments.n < 2 then
      arguments.n = 2
    end
    return arguments[1] == arguments[2]
  end

  local function holes(state, arguments)
    local list, length = rawget(state, "list"), arguments[1]
    if list == nil then
      raise("holes needs an array: assert.array(list).has.no.holes()", values.errorlevel())
    end
    if length == nil then
      length = 0
      for key in pairs(list) do
        if type(key) == "number" and key > length and floor(key) == key then
          length = key
        end
      end
    end
    checks.argument(type(length) == "number", 1, "holes", "number", type(length))
    local missing
    for i = 1, length do
      if list[i] == nil then
        missing = i
        break
      end
    end
    arguments[1], arguments.n = missing, missing and 1 or 0
    return missing ~= nil, { missing }
  end

  register("same", same, "same")
  register("equals equal", equals, "equals")
  register("near", near, "near")
  register("matches match", matches, "matches")
  register("unique", unique, "unique")
  register("truthy", truthy, "truthy")
  register("falsy", falsy, "falsy")
  register("true", is_boolean(true), "same")
  register("false", is_boolean(false), "same")
  for name in ("boolean number string table nil userdata function thread"):gmatch("%S+") do
    register(name, is_type(name), "same")
  end
  register("returned_arguments", returned_arguments, "returned_arguments")
  register("holes", holes, "array_holes")

  local function keep(state) return state end
  local function invert(state)
    state.mod = not state.mod
    return state
  end
  for name in ("is are was has does"):gmatch("%S+") do
    assert:register("modifier", name, keep)
  end
  assert:register("modifier", "not", invert)
  assert:register("modifier", "no", invert)
  assert:register("modifier", "message", function(state, arguments) state.failure_message = arguments[1] end)
  assert:register("modifier", "array", function(state, arguments)
    if not arguments then
      error("the array belongs into parentheses: assert.array(list).has.no.holes()", values.errorlevel())
    elseif arguments.n == 0 or rawget(state, "list") ~= nil then
      raise("assert.array takes one array, once", values.errorlevel())
    end
    rawset(state, "list", arguments[1])
  end)
  return assert
end
