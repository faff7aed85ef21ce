-- What cannot be opened inside tests and hooks.
for _, name in ipairs { "describe", "context", "it", "spec", "test", "insulate", "expose", "setup", "teardown",
  "strict_setup", "strict_teardown", "lazy_setup", "lazy_teardown", "before_each", "after_each", "randomize" } do
  it(name .. " in a test", function()
    local env = { describe = describe, context = context, it = it, spec = spec, test = test, insulate = insulate,
      expose = expose, setup = setup, teardown = teardown, strict_setup = strict_setup,
      strict_teardown = strict_teardown, lazy_setup = lazy_setup, lazy_teardown = lazy_teardown,
      before_each = before_each, after_each = after_each, randomize = randomize }
    env[name]("a name", function() print "never" end)
  end)
end

it("finally is a function in a test", function() assert.is_function(finally) end)
it("pending is a function in a test", function() assert.is_function(pending) end)
it("there is no async", function() assert.is_nil(async) assert.is_nil(done) assert.is_nil(file) end)

describe("hooks", function()
  local seen
  before_each(function() seen = { finally = finally, pending = pending } end)
  it("have no finally", function() assert.is_nil(seen.finally) end)
  it("have a pending that refuses", function() assert.has_error(function() seen.pending("x") end) end)
end)

describe("a hook in a hook", function()
  before_each(function() before_each(function() end) end)
  it("never runs", function() end)
end)

describe("describe has", function()
  local has = { finally = finally, randomize = randomize, pending = pending }
  it("no finally", function() assert.is_nil(has.finally) end)
  it("randomize", function() assert.is_function(has.randomize) end)
  it("pending", function() assert.is_function(has.pending) end)
end)

local kept = it
it("says which word", function()
  assert.has_error(describe, "'describe' not supported inside current context block")
  finally(function() print(select(2, pcall(pending, "x"))) end)
end)
it("a kept word adds nothing", function() kept("inside", function() print "never" end) end)
