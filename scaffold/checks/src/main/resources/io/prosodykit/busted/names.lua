-- Splits names like is_not_nil into the registered modifiers and assertions (or matchers) that they are made of.
return function(part)
  local error, gmatch, lower = error, string.gmatch, string.lower
  local errorlevel = part("arguments").errorlevel

  -- registered[kind][name], kind being assertion, matcher or modifier
  local registered = { assertion = {}, matcher = {}, modifier = {} }
  local names = { registered = registered }

  function names.register(kind, name, entry)
    registered[kind] = registered[kind] or {}
    registered[kind][lower(name)] = entry
  end

  function names.add_tokens(tokens, key)
    for token in gmatch(key:lower(), "[^_]+") do
      tokens[#tokens + 1] = token
    end
  end

  -- Reads from the end and takes the longest possible assertion, so that error_matches is not matches.
  -- Returns the assertion, if any, and the modifiers in the order written.
  function names.resolve(kind, tokens)
    local known, modifiers = registered[kind], registered.modifier
    local assertion
    local found = {}
    local name
    local i = #tokens
    while i > 0 do
      name = name and tokens[i] .. "_" .. name or tokens[i]
      while i > 1 and known[tokens[i - 1] .. "_" .. name] do
        i = i - 1
        name = tokens[i] .. "_" .. name
      end
      if known[name] or modifiers[name] then
        assertion = assertion or known[name]
        found[#found + 1] = modifiers[name]
        name = nil
      end
      i = i - 1
    end
    if name then
      error("luassert: unknown modifier/" .. kind .. ": '" .. name .. "'", errorlevel())
    end
    for left = 1, #found / 2 do
      local right = #found + 1 - left
      found[left], found[right] = found[right], found[left]
    end
    return assertion, found
  end

  return names
end
