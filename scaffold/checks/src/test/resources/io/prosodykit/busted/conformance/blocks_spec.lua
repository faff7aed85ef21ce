-- Names and forms of blocks.
describe("describe", function() it("it", function() end) end)
context("context", function() spec("spec", function() end) test("test", function() end) end)
insulate("insulate", function() it("it", function() end) end)
expose("expose", function() it("it", function() end) end)

describe(function() it(function() end) spec(function() end) test(function() end) end)
context(function() it("in a context without a name", function() end) end)
insulate(function() it("in an insulate without a name", function() end) end)

describe "curried" (function() it "curried too" (function() end) end)
it("without a function")
describe("without a function")
pending("without a function")
pending("with a function", function() error "never" end)
pending(function() error "never" end)

describe("twice", function() it("the same", function() end) it("the same", function() assert(false) end) end)
describe("twice", function() it("the same", function() end) end)

describe(12, function() it(34.5, function() end) end)
describe("", function() it("", function() end) end)
describe("with\nlines", function() it("and\ttabs", function() end) end)
describe("ünïcode", function() it("✓", function() end) end)

it("not a function", 5)

for i = 1, 3 do
  it("in a loop " .. i, function() assert.not_equal(2, i) end)
end

describe("a body that raises", function()
  it("is not run, since the body broke afterwards", function() end)
  error "broken body"
end)
describe("a body that fails", function()
  assert.is_true(false)
  it("never gets here", function() end)
end)
describe("nested broken body", function()
  it("before it", function() end)
  describe("broken", function() error({}) end)
  it("after it", function() end)
end)
it("after all of that", function() end)
