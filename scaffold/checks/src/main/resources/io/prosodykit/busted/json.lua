-- Writes one value as JSON on one line. Bytes that are not UTF-8 become a visible \xNN.
return function()
  local concat, format, gsub = table.concat, string.format, string.gsub
  local byte, match, sub = string.byte, string.match, string.sub
  local ipairs, pairs, sort, tostring, type = ipairs, pairs, table.sort, tostring, type

  local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

  local function control(char)
    return escapes[char] or format("\\u%04x", byte(char))
  end

  -- The length of the UTF-8 character that begins at a byte above 127, or nil.
  local function length_at(text, i)
    local first, second = byte(text, i, i + 1)
    if match(text, "^[\194-\223][\128-\191]", i) then
      return 2
    elseif match(text, "^[\224-\239][\128-\191][\128-\191]", i) then
      local overlong, surrogate = first == 224 and second < 160, first == 237 and second > 159
      return not (overlong or surrogate) and 3 or nil
    elseif match(text, "^[\240-\244][\128-\191][\128-\191][\128-\191]", i) then
      local overlong, beyond = first == 240 and second < 144, first == 244 and second > 143
      return not (overlong or beyond) and 4 or nil
    end
    return nil
  end

  local function well_formed(text)
    local parts, i = {}, 1
    while i <= #text do
      local plain = match(text, "^[%z\1-\127]+", i)
      if plain then
        parts[#parts + 1] = plain
        i = i + #plain
      else
        local length = length_at(text, i)
        parts[#parts + 1] = length and sub(text, i, i + length - 1) or format("\\x%02X", byte(text, i))
        i = i + (length or 1)
      end
    end
    return concat(parts)
  end

  local function quote(text)
    if match(text, "[\128-\255]") then
      text = well_formed(text)
    end
    return '"' .. gsub(text, '[%z\1-\31\127"\\]', control) .. '"'
  end

  -- A table is a list if it has a first element or none at all.
  local function encode(value)
    local kind = type(value)
    if kind == "number" then
      if value ~= value or value == 1 / 0 or value == -1 / 0 then
        return "null"
      end
      return (gsub(value % 1 == 0 and format("%.0f", value) or format("%.6f", value), ",", "."))
    elseif kind == "boolean" then
      return tostring(value)
    elseif kind ~= "table" then
      return quote(tostring(value))
    end
    local items = {}
    if value[1] ~= nil or not pairs(value)(value) then
      for i, item in ipairs(value) do
        items[i] = encode(item)
      end
      return "[" .. concat(items, ",") .. "]"
    end
    local keys = {}
    for key in pairs(value) do
      keys[#keys + 1] = key
    end
    sort(keys)
    for i, key in ipairs(keys) do
      items[i] = quote(key) .. ":" .. encode(value[key])
    end
    return "{" .. concat(items, ",") .. "}"
  end

  return encode
end
