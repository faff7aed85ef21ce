-- has_error and error_matches: what is raised against what is expected.
local shown = setmetatable({}, { __tostring = function() return "shown" end })
local raised = {
  nothing = function() end, text = function() error "text" end, ["text without place"] = function() error("text", 0) end, number = function() error(42) end,
  ["number as text"] = function() error("42", 0) end, table = function() error({ code = 1 }) end, ["nil"] = function() error() end, ["true"] = function() error(true) end,
  ["false"] = function() error(false) end, shown = function() error(shown) end, lines = function() error "one\ntwo: 3" end,
  runtime = function() local x return x.y end, failure = function() assert(false, "failure") end, colon = function() error("a:1: b:2: c", 0) end,
}
local expected = { { "nothing" }, { "text", "text" }, { "other text", "other" }, { "number", 42 }, { "table", { code = 1 } }, { "other table", { code = 2 } },
  { "shown text", "shown" }, { "shown", shown }, { "true", true }, { "false", false }, { "c", "b:2: c" }, { "pattern", "^t.xt$" }, { "empty pattern", "" } }
local names = {}
for name in pairs(raised) do names[#names + 1] = name end
table.sort(names)
for _, name in ipairs(names) do
  for _, want in ipairs(expected) do
    for _, word in ipairs { "has_error", "has_no_error", "error_matches", "has_no_error_match" } do
      it(word .. " " .. name .. " against " .. want[1], function() assert[word](raised[name], want[2]) end)
    end
  end
end

for _, word in ipairs { "has_error", "has.errors", "has_no_errors", "error_matches", "error.matches", "matches_error", "has_match_error", "does_not_match_error" } do
  local function assertion() local a = assert for part in word:gmatch "[^.]+" do a = a[part] end return a end
  it(word .. " without arguments", function() assertion()() end)
  it(word .. " with no function", function() assertion()("x") end)
  it(word .. " with a callable object", function() assertion()(setmetatable({}, { __call = function() error "x" end }), "x") end)
  it(word .. " with a message", function() assertion()(raised.text, "text", "message") end)
  it(word .. " with a pattern that is no text", function() assertion()(raised.text, 5) end)
  it(word .. " with a start", function() assertion()(raised.text, "ext", 2) end)
  it(word .. " as plain text", function() assertion()(function() error "100%" end, "%", 1, true) end)
  it(word .. " with captures", function() print(assertion()(function() error "k=v" end, "(%a)=(%a)")) end)
end

it("has_error returns the error", function()
  assert.equal("text", assert.has_error(raised.text))
  assert.same({ code = 1 }, (assert.has_error(raised.table)))
  assert.equal("text", (assert.has_error(raised.text, "text")))
end)
it("the real name is error", function() assert.error(raised.text, "text") end)
it("errors too", function() assert.errors(raised.text, "text") end)
it("does_not_error? no such word", function() assert.does_not_error(function() end) end)
it("a failed assertion inside is an error", function() assert.has_error(function() assert.is_true(false) end) end)
