-- Comparing and copying values, and finding a call among those that a spy has seen.
return function(part)
  local getmetatable, setmetatable, type, next, pairs = getmetatable, setmetatable, type, next, pairs
  local raw_meta, set_meta, rawequal = debug.getmetatable, debug.setmetatable, rawequal

  local values = {}
  for name, func in pairs(part "arguments") do
    values[name] = func
  end

  -- A pair of tables that is already being compared counts as equal, so that cycles end.
  local function compare(left, right, ignore_eq, seen)
    if type(left) ~= "table" or type(right) ~= "table" then
      return left == right
    end
    local meta = raw_meta(left)
    if meta and meta.__eq and meta == raw_meta(right) then
      if not ignore_eq then
        return left == right
      end
    elseif rawequal(left, right) then
      return true
    end
    local against = seen[left]
    if not against then
      against = {}
      seen[left] = against
    elseif against[right] then
      return true
    end
    against[right] = true
    for key, value in next, left do
      local other = right[key]
      if other == nil then
        return false, { key }
      end
      local same, crumbs = compare(value, other, nil, seen)
      if not same then
        crumbs = crumbs or {}
        crumbs[#crumbs + 1] = key
        return false, crumbs
      end
    end
    for key in next, right do
      if left[key] == nil then
        return false, { key }
      end
    end
    return true
  end

  -- Whether two values are deeply equal; if not, the keys to the first difference, innermost first.
  -- With ignore_eq, the __eq of the outermost tables is ignored.
  function values.deepcompare(left, right, ignore_eq)
    return compare(left, right, ignore_eq, {})
  end

  -- Whether no two values of a list are equal, or, with deep, deeply equal.
  function values.unique(list, deep)
    for key, value in pairs(list) do
      for other_key, other in pairs(list) do
        if key ~= other_key and (value == other or deep and values.deepcompare(value, other, true)) then
          return false
        end
      end
    end
    return true
  end

  function values.shallowcopy(object)
    if type(object) ~= "table" then
      return object
    end
    local copy = setmetatable({}, getmetatable(object))
    for key, value in next, object do
      copy[key] = value
    end
    return copy
  end

  -- Spies are not copied; metatables are shared unless copy_meta is true.
  function values.deepcopy(object, copy_meta, copies)
    if type(object) ~= "table" then
      return object
    end
    copies = copies or {}
    if copies[object] then
      return copies[object]
    end
    local is_spy = part("spy").is_spy
    local copy = {}
    copies[object] = copy
    for key, value in next, object do
      copy[key] = is_spy(value) and value or values.deepcopy(value, copy_meta, copies)
    end
    local meta = raw_meta(object)
    if copy_meta then
      meta = values.deepcopy(meta, false, copies)
    end
    set_meta(copy, meta)
    return copy
  end

  -- Both copies of the arguments (vals) and the arguments themselves (refs).
  function values.copyargs(list)
    local is_spy, is_matcher = part("spy").is_spy, part("match").is_matcher
    local copy = setmetatable({}, getmetatable(list))
    for key, value in pairs(list) do
      if type(value) ~= "table" or is_matcher(value) or is_spy(value) then
        copy[key] = value
      else
        copy[key] = values.deepcopy(value)
      end
    end
    return { vals = copy, refs = values.shallowcopy(list) }
  end

  local function fits(vals, refs, wanted)
    local match = part "match"
    for key, value in pairs(vals) do
      local want = wanted[key]
      if match.is_matcher(want) then
        if match.is_ref_matcher(want) then
          value = refs[key]
        end
        if not want(value) then
          return false
        end
      elseif want == nil or not values.deepcompare(value, want) then
        return false
      end
    end
    for key, want in pairs(wanted) do
      if vals[key] == nil and not (match.is_matcher(want) and want(nil)) then
        return false
      end
    end
    return true
  end

  -- The newest of the recorded lists that matches, or nil.
  function values.matchargs(recorded, wanted)
    for i = #recorded, 1, -1 do
      if fits(recorded[i].vals, recorded[i].refs, wanted) then
        return recorded[i]
      end
    end
    return nil
  end

  -- The first of a stub's special cases that matches, or nil.
  function values.matchoncalls(cases, list)
    for i = 1, #cases do
      if fits(list, list, cases[i].vals) then
        return cases[i]
      end
    end
    return nil
  end

  return values
end
