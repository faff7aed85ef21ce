-- near, matches, unique, returned_arguments and holes, with all their arguments.
local text = setmetatable({}, { __tostring = function() return "some text" end })
local cases = {
  near = { { 1, 1, 0 }, { 1, 1.5, 0.5 }, { 1, 1.6, 0.5 }, { "1", "1", "0" }, { 1, 2 }, { 1 }, {}, { "x", 1, 1 }, { 1, "x", 1 }, { 1, 1, "x" },
    { 1, 2, 0.5, "message" }, { 1, 2, 0.5, { 1 } }, { nil, 1, 1 }, { -1, -2, 1 }, { 1, 1, -1 } },
  matches = { { "%d", "a1" }, { "%d", "ab" }, { "(%a)(%d)", "a1" }, { "%d", 5 }, { "text", text }, { 5, "5" }, { "5" }, {}, { "a", {} }, { "a", nil },
    { "a", true }, { "a", "ba", 2 }, { "a", "ab", 2 }, { "a", "ab", 1, true }, { "%", "100%", 1, true }, { "%a", "100%", nil, true }, { "a", "b", "message" },
    { "a", "b", 1, "message" }, { "a", "b", 1, false, "message" }, { "a", "a", "x" }, { "(", "a" }, { "a", "b", {} }, { "a", "a", "2" } },
  match = { { "%d", "a1" }, { "%d", "ab" }, { "", "" } },
  unique = { { {} }, { { 1, 2, 3 } }, { { 1, 1 } }, { { {}, {} } }, { { {}, {} }, true }, { { { 1 }, { 2 } }, true }, { { 1, 1 }, "message" },
    { { {}, {} }, "message", true }, { { {}, {} }, nil, "message" }, { { {}, {} }, false, "message" }, { { {}, {} }, true, "message" }, { "x" }, {}, { { a = 1, b = 1 } } },
  returned_arguments = { { 0 }, { 1, "x" }, { 2, 1, nil, n = 3 }, { 2, "x" }, {}, { "1", "x" } },
}
local names = {}
for name in pairs(cases) do names[#names + 1] = name end
table.sort(names)
for _, name in ipairs(names) do
  for i, arguments in ipairs(cases[name]) do
    local n = arguments.n or (name == "near" or name == "matches") and #arguments or #arguments
    it(name .. " " .. i, function() assert[name]((table.unpack or unpack)(arguments, 1, n)) end)
    it("not " .. name .. " " .. i, function() assert["is_not_" .. name]((table.unpack or unpack)(arguments, 1, n)) end)
  end
end

it("matches returns captures", function()
  local a, b = assert.matches("(%a)(%d)", "x1")
  assert.same({ "x", "1" }, { a, b })
  assert.equal("x1", (assert.matches("%a%d", "x1")))
  assert.equal("%", (assert.matches("%", "100%", 1, true)))
end)
it("arrays without holes", function() assert.array({ 1, 2, 3 }).has.no.holes() end)
it("arrays with holes", function() assert.array({ 1, nil, 3 }).has.holes(3) end)
it("arrays with holes, failing", function() assert.array({ 1, nil, 3 }).has.no.holes(3) end)
it("arrays without holes, failing", function() assert.array({ 1, 2 }).has.holes() end)
it("holes beyond", function() assert.equal(3, assert.array({ 1, 2 }).has.holes(4)) end)
it("holes of nothing", function() assert.has_holes() end)
it("holes with a wrong length", function() assert.array({}).has.holes("x") end)
it("array without an array", function() assert.array().has.no.holes() end)
it("array twice", function() assert.array({}).array({}).has.no.holes() end)
