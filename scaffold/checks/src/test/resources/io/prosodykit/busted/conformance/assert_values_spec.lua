-- Every assertion about a value, with every kind of value: passing and failing.
local values = { { "nil", nil }, { "true", true }, { "false", false }, { "0", 0 }, { "1.5", 1.5 }, { "NaN", 0 / 0 },
  { "empty string", "" }, { "string", "text" }, { "table", {} }, { "list", { 1, 2, 2 } }, { "function", print },
  { "thread", coroutine.create(function() end) }, { "userdata", io.stdout } }
local names = { "true", "True", "False", "Nil", "is_true", "is_false", "is_nil", "is_not_nil", "truthy", "falsy",
  "is_truthy", "is_falsy", "is_boolean", "is_number", "is_string", "is_table", "is_function", "is_thread",
  "is_userdata", "not_true", "is_not_table", "no_string", "not_truthy", "is_not_falsy", "True", "Truthy", "Falsy" }

for _, name in ipairs(names) do
  for _, value in ipairs(values) do
    it(name .. " of " .. value[1], function() assert[name](value[2]) end)
  end
  it(name .. " of nothing", function() assert[name]() end)
  it(name .. " of false with a message", function() assert[name](false, "the message") end)
end

it("returns what it was given", function()
  assert.equal(3, select("#", assert.is_true(true, "x", nil)))
  local a, b = assert.is_true(true, "x")
  assert.is_true(a)
  assert.equal("x", b)
end)
it("assert returns all it was given", function()
  assert.equal(5, select("#", assert(1, 2, nil, 4, nil)))
end)
