-- same and equals: the same pairs of values by each of them, also negated.
local t = {}
local shared = { 1 }
local function cyclic() local c = { 1 } c.self = c return c end
local function object(id, eq) return setmetatable({ id = id }, { __eq = eq }) end
local always, never = function() return true end, function() return false end
local class = { __eq = function(a, b) return a.id == b.id end }
local function instance(id, extra) return setmetatable({ id = id, extra = extra }, class) end
local proxy = setmetatable({}, { __index = { a = 1 } })

local pairs_of_values = {
  numbers = { 1, 1 }, ["different numbers"] = { 1, 2 }, ["integer and float"] = { 1, 1.0 }, ["number and string"] = { 1, "1" },
  strings = { "a", "a" }, ["nil and false"] = { nil, false }, nils = { nil, nil, n = 2 }, ["nil and value"] = { nil, 1 },
  ["same table"] = { t, t }, ["empty tables"] = { {}, {} }, lists = { { 1, 2 }, { 1, 2 } }, orders = { { 1, 2 }, { 2, 1 } },
  deep = { { a = { b = { c = 1 } } }, { a = { b = { c = 1 } } } }, ["deep different"] = { { a = { b = { c = 1 } } }, { a = { b = { c = 2 } } } },
  ["more keys"] = { { 1 }, { 1, 2 } }, ["fewer keys"] = { { 1, 2 }, { 1 } }, ["NaN"] = { 0 / 0, 0 / 0 }, ["NaN within"] = { { 0 / 0 }, { 0 / 0 } },
  cycles = { cyclic(), cyclic() }, ["cycle unrolled"] = { cyclic(), { 1, self = cyclic() } }, ["shared"] = { { shared, shared }, { { 1 }, { 1 } } },
  ["eq always"] = { object(1, always), object(2, always) }, ["eq never"] = { object(1, never), object(1, never) },
  ["class equal"] = { instance(1, 1), instance(1, 2) }, ["class different"] = { instance(1), instance(2) },
  ["class within"] = { { instance(1, 1) }, { instance(1, 2) } }, ["class within different"] = { { instance(1) }, { instance(2) } },
  ["metatables differ"] = { setmetatable({ 1 }, {}), { 1 } }, proxies = { proxy, { a = 1 } }, ["to proxies"] = { { a = 1 }, proxy },
  functions = { print, print }, ["different functions"] = { print, error }, ["false values"] = { { a = false }, { a = false } },
  ["false and missing"] = { { a = false }, {} }, ["table and string"] = { {}, "x" }, userdata = { io.stdout, io.stdout },
  ["tables as keys"] = { { [t] = 1 }, { [t] = 1 } }, ["equal tables as keys"] = { { [{}] = 1 }, { [{}] = 1 } },
}
local sorted = {}
for name in pairs(pairs_of_values) do sorted[#sorted + 1] = name end
table.sort(sorted)

for _, name in ipairs(sorted) do
  local left, right = pairs_of_values[name][1], pairs_of_values[name][2]
  for _, word in ipairs { "same", "equals", "equal", "not_same", "not_equal", "are_same", "is_not_same" } do
    it(word .. ": " .. name, function() assert[word](left, right) end)
  end
  it("the order does not matter: " .. name, function() assert.same(right, left) end)
  it("deepcompare: " .. name, function() print(name, (require "luassert.util".deepcompare(left, right))) end)
end

for _, word in ipairs { "same", "equals", "not_same", "not_equals" } do
  it(word .. " without arguments", function() assert[word]() end)
  it(word .. " with one argument", function() assert[word](1) end)
  it(word .. " with two nils", function() assert[word](nil, nil) end)
  it(word .. " with a message", function() assert[word](1, 2, "message") end)
end

it("keys to the difference", function()
  local _, crumbs = require "luassert.util".deepcompare({ a = { b = { 1, 2 } } }, { a = { b = { 1, 3 } } })
  print(table.concat(crumbs, " "))
end)
