-- Values as text, in failure messages.
return function(part)
  local ipairs, pairs, next, pcall, tostring, type = ipairs, pairs, next, pcall, tostring, type
  local getmetatable, setmetatable, getinfo = getmetatable, setmetatable, debug.getinfo
  local concat, format, rep, find, gsub = table.concat, string.format, string.rep, string.find, string.gsub
  local floor, math_type, sort = math.floor, math.type, table.sort
  local assert, values, match = part "assert", part "values", part "match"

  local function plain(value)
    if type(value) ~= "number" then
      return tostring(value)
    elseif value ~= value then
      return "NaN"
    elseif value == 1 / 0 then
      return "Inf"
    elseif value == -1 / 0 then
      return "-Inf"
    end
    local text = format("%.20g", value)
    if math_type and math_type(value) == "float" and not find(text, "[%.,e]") then
      text = text .. ".0"
    end
    return text
  end

  local ansi = { bright = 1, dim = 2, underscore = 4, blink = 5, reverse = 7, black = 30, red = 31, green = 32,
    yellow = 33, blue = 34, magenta = 35, cyan = 36, white = 37 }

  -- In colours for a terminal: "red", "bright.red", or "none".
  local function coloured(text, colour)
    for name in (colour or "none"):gmatch("[^.]+") do
      if ansi[name] and text ~= "" then
        text = "\27[" .. ansi[name] .. "m" .. text .. "\27[0m"
      end
    end
    return text
  end

  local order = { number = 1, boolean = 2, string = 3, table = 4, ["function"] = 5, userdata = 6, thread = 7 }

  local function sorted_keys(object)
    local keys, length = {}, #object
    for key in pairs(object) do
      keys[#keys + 1] = key
    end
    local function rank(key)
      if type(key) == "number" and key >= 1 and key <= length and floor(key) == key then
        return 0
      end
      return order[type(key)] or 8
    end
    sort(keys, function(left, right)
      local left_rank, right_rank = rank(left), rank(right)
      if left_rank ~= right_rank then
        return left_rank < right_rank
      elseif type(left) == "string" or type(left) == "number" then
        return left < right
      end
      return type(left) == "boolean" and left and not right
    end)
    return keys
  end

  -- The table's own name, not the one from its metatable.
  local function identity(object)
    local meta = getmetatable(object)
    if meta == nil then
      return "(" .. tostring(object) .. ") "
    elseif not pcall(setmetatable, object, meta) then
      return "(table) "
    end
    setmetatable(object, nil)
    local text = tostring(object)
    setmetatable(object, meta)
    return "(" .. text .. ") "
  end

  local function show_table(object, hints)
    local deepest = assert:get_parameter("TableFormatLevel")
    local show_recursion = assert:get_parameter("TableFormatShowRecursion")
    local mark = assert:get_parameter("TableErrorHighlightCharacter") or ""
    local colour = assert:get_parameter("TableErrorHighlightColor")
    local crumbs = hints and hints.crumbs or {}
    local open = {}

    local function show(value, level, on_path)
      if show_recursion and open[value] then
        return "{ ... recursive }"
      elseif next(value) == nil then
        return "{ }"
      elseif deepest >= 0 and level > deepest then
        return "{ ... more }"
      end
      local lines = { "{" }
      local crumb = crumbs[#crumbs - level + 1]
      local was_open = open[value]
      open[value] = true
      for _, key in ipairs(sorted_keys(value)) do
        local field = value[key]
        local marked = on_path and key == crumb
        local text
        if type(field) == "table" then
          text = show(field, level + 1, marked)
        elseif type(field) == "string" then
          text = "'" .. field .. "'"
        else
          text = plain(field)
        end
        local sign = marked and mark or ""
        lines[#lines + 1] = rep(" ", level * 2 - #sign) .. coloured(sign, colour) .. "[" .. plain(key) .. "] = " .. text
      end
      open[value] = was_open
      return concat(lines, "\n") .. " }"
    end

    return identity(object) .. show(object, 1, true)
  end

  local function show_list(list)
    local shown = {}
    for i = 1, list.n do
      shown[i] = assert:format({ list[i], n = 1 })[1]
    end
    return concat(shown, ", ")
  end

  local function of_type(name, show)
    assert:add_formatter(function(value, hints)
      if type(value) == name then
        return show(value, hints)
      end
      return nil
    end)
  end

  of_type("string", function(value) return "(string) '" .. value .. "'" end)
  of_type("number", function(value) return "(number) " .. plain(value) end)
  of_type("boolean", function(value) return "(boolean) " .. tostring(value) end)
  of_type("nil", function() return "(nil)" end)
  of_type("table", show_table)
  of_type("function", function(value)
    local info = getinfo(value, "S")
    return tostring(value) .. " @ line " .. info.linedefined .. " in " .. info.source
  end)
  of_type("userdata", function(value) return "(userdata) '" .. tostring(value) .. "'" end)
  of_type("thread", function(value) return "(thread) '" .. tostring(value) .. "'" end)
  of_type("table", function(value)
    if value == match._ then
      return "(matcher) _"
    elseif match.is_matcher(value) then
      local name = value.mod and "is." or "no."
      return "(matcher) " .. name .. tostring(value.name) .. "(" .. show_list(value.arguments) .. ")"
    elseif values.is_arglist(value) then
      return "(values list) (" .. show_list(value) .. ")"
    end
    return nil
  end)

  assert:set_parameter("TableFormatLevel", 3)
  assert:set_parameter("TableFormatShowRecursion", false)
  assert:set_parameter("TableErrorHighlightCharacter", "*")
  assert:set_parameter("TableErrorHighlightColor", "none")

  -- A string as lines of sixteen bytes in hexadecimal, with its printable characters next to them.
  return {
    binarystring = function(value)
      if type(value) ~= "string" then
        return nil
      end
      local lines = { "Binary string length; " .. #value .. " bytes" }
      for from = 1, #value, 16 do
        local row = value:sub(from, from + 15)
        local hex = gsub(row, ".", function(char) return format("%2x ", char:byte()) end)
        hex = hex .. rep(" ", 48 - #hex)
        local text = gsub(row, "%c", ".")
        text = text .. rep(" ", 16 - #text)
        lines[#lines + 1] = hex:sub(1, 24) .. "  " .. hex:sub(25) .. " " .. text:sub(1, 8) .. " " .. text:sub(9)
      end
      return concat(lines, "\n") .. "\n"
    end,
  }
end
