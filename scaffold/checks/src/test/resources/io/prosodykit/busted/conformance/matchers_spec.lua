-- Matchers: each against each kind of value, negated, combined, and with wrong arguments.
local shown = setmetatable({}, { __tostring = function() return "text" end })
local t = { 1 }
local values = { { "nil", nil }, { "true", true }, { "false", false }, { "0", 0 }, { "1.5", 1.5 }, { "''", "" }, { "'text'", "text" }, { "'1.4'", "1.4" },
  { "t", t }, { "{1}", { 1 } }, { "{1,1}", { 1, 1 } }, { "{{},{}}", { {}, {} } }, { "shown", shown }, { "print", print }, { "thread", coroutine.create(function() end) }, { "stdout", io.stdout } }
local matchers = {
  { "is_true" }, { "is_false" }, { "is_nil" }, { "is_not_nil" }, { "is_boolean" }, { "is_number" }, { "is_string" }, { "is_table" }, { "is_function" }, { "is_userdata" },
  { "is_thread" }, { "truthy" }, { "is_falsy" }, { "is_equal", 0 }, { "equals", t }, { "not_equals", "text" }, { "is_same", { 1 } }, { "same", 1.5 }, { "is_ref", t },
  { "is_near", 1, 0.5 }, { "matches", "t.x" }, { "match", "1.4", nil, true }, { "matches", "e", 3 }, { "has_match", "" }, { "no_match", "t" }, { "True" }, { "has_no_false" },
}
for _, matcher in ipairs(matchers) do
  it(matcher[1] .. " " .. tostring(matcher[2]):gsub("table: .*", "table"), function()
    local m = match[matcher[1]]((table.unpack or unpack)(matcher, 2, 4))
    assert.is_true(match.is_matcher(m))
    local fits = {}
    for i, value in ipairs(values) do
      fits[#fits + 1] = value[1] .. "=" .. tostring(m(value[2]))
    end
    print(matcher[1], table.concat(fits, " "))
  end)
end
it("unique", function()
  local fits = {}
  for _, list in ipairs { { 1, 2 }, { 1, 1 }, { {}, {} } } do
    fits[#fits + 1] = tostring(match.is_unique()(list)) .. tostring(match.is_unique(true)(list)) .. tostring(match.is_not_unique()(list))
  end
  print(table.concat(fits, " "))
end)

for _, wrong in ipairs { { "is_equal" }, { "is_same" }, { "is_ref" }, { "is_ref", 5 }, { "is_ref", "x" }, { "is_near" }, { "is_near", 1 }, { "is_near", "x", 1 }, { "is_near", 1, "x" },
  { "matches" }, { "matches", 5 }, { "matches", "x", "y" }, { "any_of" }, { "any_of", 5 }, { "all_of" }, { "none_of", 1 }, { "is_nonsense" }, { "all_of", print } } do
  it("wrong: " .. wrong[1] .. " " .. type(wrong[2]), function() match[wrong[1]]((table.unpack or unpack)(wrong, 2)) end)
end

local is_one, is_two, is_text = match.is_equal(1), match.is_equal(2), match.is_string()
for _, value in ipairs { 1, 2, "1", {} } do
  it("combined: " .. type(value), function()
    print(match.any_of(is_one, is_two)(value), match.is_all_of(is_one, match.is_number())(value), match.is_none_of(is_one, is_text)(value),
      match.is_not_any_of(is_one, is_text)(value), match.is_not_all_of(is_one)(value), match.any_of(match.all_of(is_text, match.matches("1")), is_two)(value))
  end)
end
it("_ fits all", function() assert.is_true(match._(nil)) assert.is_true(match._(5)) assert.is_true(match.is_matcher(match._)) end)
it("in calls", function()
  local s = spy.new()
  s(1, "x", nil)
  assert.spy(s).was.called_with(match.is_number(), match.is_string(), match.is_nil())
  assert.spy(s).was.called_with(match._, match._, match._)
  assert.spy(s).was_not.called_with(match._, match._)
  assert.spy(s).was_not.called_with(match.is_string(), match._, match._)
  assert.spy(s).was.called_with(1, match.is_not_nil(), match._)
end)
it("in same they are tables", function() assert.not_same({ match.is_number() }, { 1 }) end)
it("require", function() assert.equal(match, require "luassert.match") end)
it("is_matcher", function() print(match.is_matcher(5), match.is_matcher({}), match.is_ref_matcher(match.is_ref({})), match.is_ref_matcher(match.is_nil())) end)
it("own matchers", function()
  assert:register("matcher", "even", function(_, arguments) local rest = arguments[1] or 0 return function(value) return value % 2 == rest end end)
  assert.is_true(match.is_even()(2))
  assert.is_true(match.is_even(1)(3))
  assert.is_true(match.is_not_even()(3))
  assert:unregister("matcher", "even")
  assert.has_error(function() match.is_even() end)
end)
it("own matchers must answer with a boolean", function()
  assert:register("matcher", "something", function() return function(value) return value end end)
  print(match.something()(5), match.something()(true), match.not_something()(nil), match.not_something()(false))
  assert:unregister("matcher", "something")
end)
it("modifiers alone", function() local m = match.is_not() assert.is_false(match.is_matcher(m)) assert.is_true(m.is_nil()(5)) end)
