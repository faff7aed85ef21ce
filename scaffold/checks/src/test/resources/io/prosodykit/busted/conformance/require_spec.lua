-- What require gives, and the functions of luassert.util.
local util = require "luassert.util"
it("the same objects", function()
  assert.equal(assert, require "luassert")
  assert.equal(assert, require "luassert.assert")
  assert.equal(spy, require "luassert.spy")
  assert.equal(stub, require "luassert.stub")
  assert.equal(mock, require "luassert.mock")
  assert.equal(match, require "luassert.match")
  assert.is_true(package.loaded["luassert"] == assert)
end)
for _, name in ipairs { "busted", "say", "luassert", "luassert.assertions", "luassert.modifiers", "luassert.array", "luassert.matchers", "luassert.formatters",
  "luassert.state", "luassert.util", "luassert.namespaces", "luassert.languages.en", "luassert.formatters.binarystring", "luassert.compatibility", "busted.fixtures", "busted.runner" } do
  it("require " .. name, function() print(name, type(require(name))) end)
end
it("again after it was taken out", function() package.loaded["luassert.util"] = nil assert.is_table(require "luassert.util") end)

describe("busted", function()
  local busted = require "busted"
  it("has a version", function() assert.equal("2.1.1", busted.version) end)
  it("cannot be changed", function() busted.version = 1 end)
  for _, name in ipairs { "describe", "it", "before_each", "assert", "spy", "fail", "subscribe", "publish", "parent", "children", "gettime", "monotime", "sleep", "nonsense", "pending", "finally", "file", "randomize", "bindfenv" } do
    local kind = type(busted[name])
    it("has " .. name, function() print(name, kind) end)
  end
  it("time goes on", function() local t = busted.monotime() busted.sleep(0.002) assert.is_true(busted.monotime() > t) assert.is_true(busted.gettime() > 1e9) end)
  busted.describe("opens blocks", function() busted.it("as the globals do", function() end) busted.before_each(function() print "before" end) end)
end)

describe("util", function()
  it("shallowcopy", function() local mt, inner = {}, {} local t = setmetatable({ inner }, mt) local c = util.shallowcopy(t) assert.not_equal(t, c) assert.equal(inner, c[1]) assert.equal(mt, getmetatable(c)) assert.equal(5, util.shallowcopy(5)) end)
  it("deepcopy", function() local mt = {} local t = setmetatable({ { 1 } }, mt) t.t = t local c = util.deepcopy(t) assert.not_equal(t, c) assert.not_equal(t[1], c[1]) assert.equal(1, c[1][1]) assert.equal(c, c.t) assert.equal(mt, getmetatable(c)) end)
  it("deepcopy of metatables", function() local mt = { 1 } local c = util.deepcopy(setmetatable({}, mt), true) assert.not_equal(mt, getmetatable(c)) assert.same(mt, getmetatable(c)) end)
  it("deepcopy of spies", function() local s = spy.new() assert.equal(s, util.deepcopy({ s })[1]) end)
  it("tinsert", function()
    local function insert(t, ...) util.tinsert(t, ...) local p = {} for i = 1, t.n do p[i] = tostring(t[i]) end print(t.n, table.concat(p, " ")) end
    insert({}, 1) insert({ 1, 2 }, 3) insert({ 1, 2 }, 1, 3) insert({ 1, 2, n = 4 }, 5) insert({ 1, 2 }, 5, 6) insert({ 1, nil, 3, n = 3 }, 2, nil) insert({ n = 0 }, nil) insert({ 1, 2 }, 2, nil)
  end)
  it("tremove", function()
    local function remove(t, ...) local r = util.tremove(t, ...) local p = {} for i = 1, t.n do p[i] = tostring(t[i]) end print(r, t.n, table.concat(p, " ")) end
    remove({ 1, 2, 3 }) remove({ 1, 2, 3 }, 1) remove({ 1, nil, 3, n = 4 }, 2) remove({ 1 }, 5) remove({ n = 3 }) remove({ 1, 2, 3 }, 3)
  end)
  it("callable", function() print(util.callable(print), util.callable({}), util.callable(setmetatable({}, { __call = print })), util.callable("x"), util.callable(nil)) end)
  it("hastostring", function() print(util.hastostring("x"), util.hastostring({}), util.hastostring(setmetatable({}, { __tostring = print })), util.hastostring(5)) end)
  it("arglists", function() local l = util.make_arglist(1, nil) assert.equal(2, l.n) print(util.is_arglist(l), util.is_arglist({})) util.cleararglist(l) assert.is_nil(l.n) assert.is_nil(l[1]) end)
  it("pack and unpack", function() print(util.unpack(util.pack(1, nil, 3, nil))) print(util.unpack({ 1, 2, 3 }, 2)) print(util.unpack({ 1, 2, 3 }, 1, 2)) end)
  it("copyargs", function() local inner = {} local c = util.copyargs(util.make_arglist(inner)) assert.equal(inner, c.refs[1]) assert.not_equal(inner, c.vals[1]) end)
  it("matchargs", function() local l = { util.copyargs(util.make_arglist(1)), util.copyargs(util.make_arglist(2)) } print(util.matchargs(l, util.make_arglist(1)) == l[1], util.matchargs(l, util.make_arglist(3))) end)
  it("deepcompare of others", function() print(util.deepcompare(1, 1), util.deepcompare("a", "b"), util.deepcompare({}, 1)) end)
  it("errorlevel", function() assert.is_number(util.errorlevel()) end)
end)
