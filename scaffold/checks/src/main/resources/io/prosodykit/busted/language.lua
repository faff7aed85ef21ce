-- The words that open blocks, and the filters of tests.
return function(part)
  local type, tostring, find, concat, ipairs = type, tostring, string.find, table.concat, ipairs
  local tree, blocks, faults, settings = part "tree", part "blocks", part "faults", part "settings"

  local function list(value)
    if value == nil or value == "" then
      return {}
    end
    return type(value) == "table" and value or { value }
  end

  local include, exclude = list(settings.pattern), list(settings.exclude)
  local tags, exclude_tags = list(settings.tags), list(settings.exclude_tags)

  local function any(patterns, text, prefix)
    for _, pattern in ipairs(patterns) do
      if find(text, prefix .. pattern) then
        return true
      end
    end
    return false
  end

  -- Patterns and tags match the full name; excluded tags match each block's own name.
  local function wanted(descriptor, name)
    if #include + #exclude + #tags + #exclude_tags == 0 then
      return true
    end
    local names = tree.names(tree.current)
    local own = name == nil and "" or tostring(name)
    names[#names + 1] = name ~= nil and own or nil
    local full = concat(names, " ")
    if any(exclude_tags, own, "#") or any(exclude, full, "") then
      return false
    elseif descriptor == "describe" then
      return true
    end
    return (#tags == 0 or any(tags, full, "#")) and (#include == 0 or any(include, full, ""))
  end

  local filtered = { describe = true, it = true, pending = true }

  local function define(word, descriptor, attributes)
    descriptor, attributes = descriptor or word, attributes or {}

    local function add(name, run)
      if filtered[descriptor] and not wanted(descriptor, name) then
        return
      end
      tree.attach {
        descriptor = descriptor,
        attributes = attributes,
        name = name,
        run = run,
        line = tree.current ~= tree.root and faults.line_in(tree.file_of(tree.current)) or nil,
      }
    end

    -- it("name", function), it "name" (function), it(function)
    tree.root.env[word] = function(name, run)
      if not run and type(name) == "function" then
        name, run = word ~= descriptor and word or nil, name
      end
      run = run or attributes.default
      if not run then
        return function(later) add(name, later) end
      end
      add(name, run)
      return nil
    end
    blocks.close(word)
  end

  define("describe")
  define("context", "describe")
  define("insulate", "describe", { envmode = "insulate" })
  define("expose", "describe", { envmode = "expose" })
  define("it")
  define("spec", "it")
  define("test", "it")
  define("pending", "pending", { default = function() end })
  for hook in ("before_each after_each lazy_setup lazy_teardown strict_setup strict_teardown"):gmatch("%S+") do
    define(hook, hook, { envmode = "unwrap" })
  end
  local kind = settings.lazy and "lazy_" or "strict_"
  define("setup", kind .. "setup", { envmode = "unwrap" })
  define("teardown", kind .. "teardown", { envmode = "unwrap" })
  blocks.close("randomize")
  return tree.root.env
end
