-- Runs blocks: files, describes, tests and the hooks around them, in the order of the language.
return function(part)
  local ipairs, type, xpcall, select, tonumber, error = ipairs, type, xpcall, select, tonumber, error
  local random, randomseed = math.random, math.randomseed
  local tree, faults, report, settings = part "tree", part "faults", part "report", part "settings"

  local blocks = {}
  local runners = {}
  local no_hooks = {}

  -- No block can be opened in tests and hooks.
  local hook_words, test_words, finally_words, open_words = {}, {}, {}, {}

  function blocks.close(name)
    local function refuse()
      -- Test suites of busted's own extensions compare this text exactly.
      error("'" .. name .. "' not supported inside current context block", 2)
    end
    hook_words[name] = refuse
    finally_words[name] = refuse
    test_words[name] = test_words[name] or refuse
  end

  local finally
  function test_words.finally(func) finally = func end
  finally_words.finally = test_words.finally
  test_words.pending = faults.pending

  function open_words.randomize(...)
    local element, first, second = tree.current, ...
    element.randomize = select("#", ...) == 0 or first
    if element.randomize then
      element.seed = type(first) ~= "boolean" and tonumber(first) or second and tonumber(second) or element.seed
    end
  end

  local last_fault
  local function handler(value)
    last_fault = faults.caught(value, tree.file_of(tree.current), 2)
  end

  -- Runs a function as the given block. Only tests fail; a failure anywhere else is an error.
  local function guarded(run, element, is_test)
    tree.push(element)
    last_fault = nil
    local ok = xpcall(run, handler)
    local status = "success"
    if not ok then
      local fault = last_fault or { status = "error", message = "error without a message" }
      if fault.status == "failure" and not is_test then
        fault.status = "error"
      end
      status = fault.status
      report.fault(element, fault)
    end
    tree.pop()
    return status
  end

  local function run_hooks(element, descriptor)
    local passed = true
    for _, hook in ipairs(element[descriptor] or no_hooks) do
      hook.words = hook_words
      if guarded(hook.run, hook) ~= "success" then
        passed = false
      end
    end
    return passed
  end

  -- Goes down through the blocks around a test, and stops at the first whose hooks fail; returns where it stopped.
  local function before_each(element)
    if element.parent then
      local passed, reached = before_each(element.parent)
      if not passed then
        return false, reached
      end
    end
    return run_hooks(element, "before_each"), element
  end

  local function after_each(element)
    while element do
      run_hooks(element, "after_each")
      element = element.parent
    end
  end

  -- Once for the first test inside; lazy_passed is nil until then.
  local function lazy_setup(element)
    if element.parent and not lazy_setup(element.parent) then
      return false
    end
    if element.lazy_passed == nil then
      element.lazy_passed = run_hooks(element, "lazy_setup")
    end
    return element.lazy_passed
  end

  local function lazy_teardown(element)
    if element.lazy_passed ~= nil then
      run_hooks(element, "lazy_teardown")
      element.lazy_passed = nil
    end
  end

  local function shuffle(list, seed)
    randomseed(seed)
    for i = #list, 2, -1 do
      local other = random(i)
      list[i], list[other] = list[other], list[i]
    end
  end

  local function run_children(element)
    if run_hooks(element, "strict_setup") then
      for _, child in ipairs(element.children or no_hooks) do
        local run = runners[child.descriptor]
        if run then
          guarded(function() run(child) end, child)
        end
      end
    end
    lazy_teardown(element)
    run_hooks(element, "strict_teardown")
  end

  local function run_block(element)
    element.words = open_words
    element.randomize, element.seed = settings.shuffle, settings.seed
    if guarded(element.run, element) == "success" then
      if element.randomize and element.children then
        shuffle(element.children, element.seed)
      end
      run_children(element)
    end
  end

  function runners.describe(element)
    if report.start("describe", element) then
      run_block(element)
    end
    report.finish("describe", element)
  end

  function runners.file(element)
    if report.start("file", element) then
      run_block(element)
    end
    report.finish("file", element)
  end

  runners["it"] = function(element)
    local parent = element.parent
    if not lazy_setup(parent) then
      return
    end
    element.words = test_words
    local passed, reached = before_each(parent)
    if passed then
      finally = nil
      if report.start("test", element) then
        report.outcome(element, guarded(element.run, element, true))
        if finally then
          element.words = finally_words
          report.outcome(element, guarded(finally, element))
        end
      else
        report.outcome(element, "error")
      end
      report.finish("test", element)
    end
    after_each(reached)
  end

  function runners.pending(element)
    report.start("test", element)
    report.outcome(element, "pending")
    report.finish("test", element)
  end

  blocks.guarded = guarded

  function blocks.run_suite()
    local root = tree.root
    if settings.shuffle and root.children then
      shuffle(root.children, settings.seed)
    end
    if report.start("suite", root) then
      run_children(root)
    end
    report.finish("suite", root)
  end

  return blocks
end
