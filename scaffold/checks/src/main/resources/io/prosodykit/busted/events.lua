-- What specs and helper files subscribe to: subscribe({ "test", "end" }, function(...) … end).
return function()
  local ipairs, concat, insert, remove = ipairs, table.concat, table.insert, table.remove

  local events = {}
  local subscribers = {} -- by channel, its names joined
  local count = 0

  -- A subscriber with a priority gets that place among those of its channel.
  function events.subscribe(channel, func, options)
    local name = concat(channel, "\0")
    local list = subscribers[name] or {}
    subscribers[name] = list
    count = count + 1
    local place = options and options.priority or #list + 1
    local subscriber = { id = count, fn = func, options = options or {}, channel = name }
    insert(list, place >= 1 and place <= #list and place or #list + 1, subscriber)
    return subscriber
  end

  function events.unsubscribe(id, channel)
    local list = subscribers[concat(channel, "\0")] or {}
    for i, subscriber in ipairs(list) do
      if subscriber.id == id then
        count = count - 1
        return remove(list, i)
      end
    end
    return nil
  end

  function events.any()
    return count > 0
  end

  -- Calls the channel's own subscribers, then those of the channels that it belongs to. A subscriber that does not
  -- return true as its second value is the last one called.
  function events.publish(channel, ...)
    if count == 0 then
      return
    end
    for length = #channel, 0, -1 do
      for _, subscriber in ipairs(subscribers[concat(channel, "\0", 1, length)] or {}) do
        local predicate = subscriber.options.predicate
        if not predicate or predicate(...) then
          local _, continue = subscriber.fn(...)
          if not continue then
            return
          end
        end
      end
    end
  end

  return events
end
