-- The tree of blocks, the block that is running, the globals of blocks, and what insulated blocks restore.
return function()
  local next, pairs, rawget, rawset, setmetatable, tostring = next, pairs, rawget, rawset, setmetatable, tostring
  local get_meta, set_meta, insert = debug.getmetatable, debug.setmetatable, table.insert
  local globals, package, load, loadstring, setfenv = _G, package, load, loadstring, setfenv

  local root = { descriptor = "suite", attributes = {}, children = {}, env = {} }
  local tree = { root = root, current = root }
  local stack, states, height = {}, {}, 0

  function tree.attach(child)
    local parent = tree.current
    child.parent = parent
    parent.children = parent.children or {}
    parent.children[#parent.children + 1] = child
    local descriptor = child.descriptor
    parent[descriptor] = parent[descriptor] or {}
    parent[descriptor][#parent[descriptor] + 1] = child
  end

  local function save()
    local fields, loaded = {}, {}
    for key in next, globals do
      fields[key] = rawget(globals, key)
    end
    for key, value in pairs(package.loaded) do
      loaded[key] = value
    end
    return { meta = get_meta(globals), fields = fields, loaded = loaded }
  end

  local function restore(state)
    set_meta(globals, state.meta)
    for key in next, globals do
      rawset(globals, key, state.fields[key])
    end
    for key, value in next, state.fields do
      rawset(globals, key, value)
    end
    for key in pairs(package.loaded) do
      package.loaded[key] = state.loaded[key]
    end
  end

  -- New globals of the block become globals of the block that many levels above it.
  local function pass_on_globals(element, levels)
    local target = element
    for _ = 1, levels do
      target = target and target.parent
    end
    element.env = element.env or {}
    setmetatable(element.env, {
      __newindex = function(_, key, value)
        if target then
          target.env = target.env or {}
          target.env[key] = value
        else
          globals[key] = value
        end
      end,
    })
  end

  function tree.push(element)
    height = height + 1
    stack[height] = tree.current
    if tree.current ~= element then
      local mode = element.attributes.envmode
      states[#states + 1] = mode == "insulate" and save()
      if mode == "unwrap" then
        pass_on_globals(element, 1)
      elseif mode == "expose" then
        pass_on_globals(element, 2)
      end
    end
    tree.current = element
  end

  -- What an exposed block changed remains when the insulated block around it ends.
  function tree.pop()
    local element = tree.current
    tree.current = stack[height]
    stack[height] = nil
    height = height - 1
    if tree.current ~= element then
      local state = states[#states]
      states[#states] = nil
      if element.attributes.envmode == "expose" and states[#states] then
        states[#states] = save()
      end
      if state then
        restore(state)
      end
    end
  end

  -- The globals of spec files: those of the running block, of the blocks around it, then the real ones.
  -- `words` are the language's own, which apply in a block while it runs.
  local environment = setmetatable({}, {
    __index = function(_, key)
      local element = tree.current
      while element do
        local value = element.env and element.env[key] or element.words and element.words[key]
        if value then
          return value
        end
        element = element.parent
      end
      return globals[key]
    end,
    __newindex = function(_, key, value)
      local element = tree.current
      element.env = element.env or {}
      element.env[key] = value
    end,
  })

  -- Compiles a spec; returns nil and a message if it does not compile.
  function tree.compile(text, name)
    if setfenv then
      local chunk, message = loadstring(text, name)
      return chunk and setfenv(chunk, environment), message
    end
    return load(text, name, "bt", environment)
  end

  function tree.names(element)
    local names = {}
    while element and element.descriptor ~= "file" and element ~= root do
      insert(names, 1, element.name == nil and element.descriptor or tostring(element.name))
      element = element.parent
    end
    return names
  end

  function tree.file_of(element)
    while element and element.descriptor ~= "file" do
      element = element.parent
    end
    return element and element.name
  end

  return tree
end
