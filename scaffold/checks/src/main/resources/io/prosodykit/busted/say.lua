-- Texts by key and language, which `require "say"` returns.
return function()
  local error, setmetatable, tostring, type = error, setmetatable, tostring, type
  local unpack, format, max = table.unpack or unpack, string.format, math.max

  local languages = {}
  local current, fallback

  local function language(name)
    languages[name] = languages[name] or {}
    return name
  end

  local say = { _registry = languages }

  function say.set_namespace(_, name)
    current = language(name)
  end

  function say.set_fallback(_, name)
    fallback = language(name)
  end

  function say.set(_, key, text)
    languages[current][key] = text
  end

  local function text_of(_, key, vars)
    if vars ~= nil and type(vars) ~= "table" then
      error("expected parameter table to be a table, got '" .. type(vars) .. "'", 2)
    end
    vars = vars or {}
    vars.n = max(vars.n or 0, #vars)
    local text = languages[current][key] or languages[fallback][key]
    if text == nil then
      return nil
    end
    if vars.n == 0 then
      return tostring(text)
    end
    local shown = {}
    for i = 1, vars.n do
      shown[i] = tostring(vars[i])
    end
    return format(tostring(text), unpack(shown, 1, vars.n))
  end

  say:set_fallback("en")
  say:set_namespace("en")
  return setmetatable(say, {
    __call = text_of,
    __index = function(_, key) return languages[key] end,
  })
end
