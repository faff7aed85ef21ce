-- Modules that specs load, replace and load again.
local function give(name, value) package.preload[name] = function() return value end end
describe("package.preload", function()
  give("conformance.one", { 1 })
  it("is used by require", function() assert.same({ 1 }, require "conformance.one") end)
  it("keeps what was loaded", function() assert.equal(require "conformance.one", require "conformance.one") end)
end)
describe("package.loaded", function()
  it("can be filled", function() package.loaded["conformance.two"] = "two" assert.equal("two", require "conformance.two") end)
  it("is filled for the next test", function() assert.equal("two", require "conformance.two") end)
  it("can be emptied", function() package.loaded["conformance.two"] = nil assert.has_error(function() require "conformance.two" end) end)
  insulate("in an insulated block", function()
    package.loaded["conformance.three"] = "three"
    it("is filled", function() assert.equal("three", require "conformance.three") end)
  end)
  it("is empty after it", function() assert.is_nil(package.loaded["conformance.three"]) end)
  insulate("taken away in an insulated block", function()
    package.loaded["conformance.one"] = nil
    it("is gone", function() assert.is_nil(package.loaded["conformance.one"]) end)
  end)
  it("stays gone, since only what is there is put back", function() print(package.loaded["conformance.one"] == nil) end)
end)
describe("mocked modules", function()
  local original = { answer = function() return "real" end }
  package.loaded["conformance.four"] = original
  local mocked
  setup(function() mocked = mock(require "conformance.four", true) end)
  teardown(function() mock.revert(mocked) end)
  it("answer nothing", function() assert.is_nil(require "conformance.four".answer()) assert.stub(mocked.answer).was.called(1) end)
end)
it("are real again", function() assert.equal("real", require "conformance.four".answer()) end)
describe("the path", function()
  it("has src in front", function() assert.equal("./src/?.lua;./src/?/?.lua;./src/?/init.lua", package.path:sub(1, 44)) end)
  it("is put back? no", function() package.path = "changed" end)
  it("it stays changed", function() assert.equal("changed", package.path) end)
end)
describe("files beside the spec", function()
  local fixtures = require "busted.fixtures"
  it("have a path", function() print((fixtures.path("x/../y.txt"):match("[^/]*$"))) print((fixtures.path("a/b/../../c.txt"):match("[^/]*$"))) print((fixtures.path("./d.txt"):match("[^/]*$"))) end)
  it("are read", function() assert.matches("^%-%- A file that raises", fixtures.read("broken_spec.lua")) end)
  it("that are missing", function() fixtures.read("missing.txt") end)
  it("that are no name", function() fixtures.read(5) end)
  for _, name in ipairs { "path", "read", "load" } do
    it("say that a number is no name for " .. name, function() print(select(2, pcall(fixtures[name], 5))) end)
  end
  it("that do not compile", function() fixtures.load("uncompilable_spec") end)
  it("are run", function() assert.has_error(function() fixtures.load("broken_spec.lua") end) end)
end)
