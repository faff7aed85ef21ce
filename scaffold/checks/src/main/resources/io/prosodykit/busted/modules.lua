-- What require returns to specs for the names of busted, luassert and say.
return function(part)
  local error, ipairs, pairs, setmetatable = error, ipairs, pairs, setmetatable
  local package = package
  local tree, faults, events, settings = part "tree", part "faults", part "events", part "settings"
  local environments = part "environments"
  local clock = settings.clock

  local api = {
    version = "2.1.1",
    fail = faults.fail,
    pending = faults.pending,
    publish = events.publish,
    subscribe = events.subscribe,
    unsubscribe = events.unsubscribe,
    parent = function(element) return element.parent end,
    children = function(element) return element.children or {} end,
    gettime = settings.gettime or os.time,
    sleep = settings.sleep,
    monotime = clock,
    bindfenv = environments.bindfenv,
  }

  if not api.sleep then
    function api.sleep(seconds)
      local done = clock() + seconds
      repeat until clock() >= done
    end
  end

  for word, value in pairs(tree.root.env) do
    api[word] = value
  end

  local busted = setmetatable({}, {
    __index = api,
    __newindex = function() error("the busted module cannot be changed", 2) end,
  })

  local native_unpack = table.unpack or unpack

  local provided = {
    ["busted"] = busted,
    ["busted.init"] = busted,
    ["busted.runner"] = function() return function() end end,
    ["busted.compatibility"] = {
      getfenv = environments.getfenv,
      setfenv = environments.setfenv,
      loadstring = loadstring or load,
      unpack = native_unpack,
    },
    ["busted.fixtures"] = part "fixtures",
    ["say"] = part "say",
    ["luassert"] = part "assert",
    ["luassert.assert"] = part "assert",
    ["luassert.assertions"] = true,
    ["luassert.modifiers"] = true,
    ["luassert.array"] = true,
    ["luassert.matchers"] = true,
    ["luassert.matchers.init"] = true,
    ["luassert.matchers.core"] = true,
    ["luassert.matchers.composite"] = true,
    ["luassert.formatters"] = true,
    ["luassert.formatters.init"] = true,
    ["luassert.formatters.binarystring"] = part("show").binarystring,
    ["luassert.languages.en"] = true,
    ["luassert.namespaces"] = part("names").registered,
    ["luassert.compatibility"] = { unpack = part("values").unpack },
    ["luassert.util"] = part "values",
  }
  for _, name in ipairs { "match", "mock", "spy", "state", "stub" } do
    provided["luassert." .. name] = part(name)
  end

  for name, value in pairs(provided) do
    package.loaded[name] = value
    package.preload[name] = function() return value end
  end
end
