-- What assert:snapshot() remembers: formatters, parameters and spies, in layers.
return function()
  local error, getmetatable, ipairs, pairs, setmetatable = error, getmetatable, ipairs, pairs, setmetatable
  local insert, remove = table.insert, table.remove

  local state = {}
  local top
  local unset = {}
  local snapshot_type = {}

  -- Without a snapshot, removes the newest layer, but never the first one.
  function state.revert(layer)
    if not layer then
      if not top.previous then
        return
      end
      layer = top
    end
    if getmetatable(layer) ~= snapshot_type then
      error("this is not a snapshot, or it was already reverted", 2)
    end
    if layer.next then
      layer.next:revert()
    end
    layer.formatters, layer.parameters = {}, {}
    local spies = {}
    for spy in pairs(layer.spies) do
      spies[#spies + 1] = spy
    end
    for i = 1, #spies do
      layer.spies[spies[i]] = nil
      spies[i]:revert()
    end
    setmetatable(layer, nil)
    top = layer.previous
    top.next = nil
  end

  snapshot_type.__call = state.revert

  function state.snapshot()
    local layer = setmetatable({
      formatters = {},
      parameters = {},
      spies = setmetatable({}, { __mode = "kv" }),
      previous = top,
      revert = state.revert,
    }, snapshot_type)
    if top then
      top.next = layer
    end
    top = layer
    return layer
  end

  function state.add_formatter(formatter)
    insert(top.formatters, 1, formatter)
  end

  function state.remove_formatter(formatter, layer)
    layer = layer or top
    while layer do
      for i, known in ipairs(layer.formatters) do
        if known == formatter then
          remove(layer.formatters, i)
          break
        end
      end
      layer = layer.previous
    end
  end

  -- The text of the first formatter that has one, newest first; nil if none has.
  function state.format_argument(value, layer, hints)
    layer = layer or top
    while layer do
      for _, formatter in ipairs(layer.formatters) do
        local text = formatter(value, hints)
        if text ~= nil then
          return text
        end
      end
      layer = layer.previous
    end
    return nil
  end

  function state.set_parameter(name, value)
    if value == nil then
      value = unset
    end
    top.parameters[name] = value
  end

  function state.get_parameter(name, layer)
    layer = layer or top
    while layer do
      local value = layer.parameters[name]
      if value == unset then
        return nil
      elseif value ~= nil then
        return value
      end
      layer = layer.previous
    end
    return nil
  end

  function state.add_spy(spy)
    top.spies[spy] = true
  end

  state.snapshot()
  return state
end
