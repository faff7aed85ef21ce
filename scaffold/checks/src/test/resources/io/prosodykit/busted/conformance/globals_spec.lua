-- Where globals set in blocks live.
top_level = "top"

describe("in a describe", function()
  in_describe = "describe"
  it("sees both", function()
    assert.equal("top", top_level)
    assert.equal("describe", in_describe)
    in_test = "test"
    assert.equal("test", in_test)
  end)
  it("does not see another test's", function() assert.is_nil(in_test) end)
  it("does not find them in _G", function()
    assert.is_nil(_G.top_level)
    assert.is_nil(_G.in_describe)
    assert.is_nil(rawget(_G, "in_describe"))
  end)
  describe("nested", function()
    nested = "nested"
    top_level = "changed"
    it("inherits", function()
      assert.equal("describe", in_describe)
      assert.equal("nested", nested)
      assert.equal("changed", top_level)
    end)
  end)
  it("does not see the nested ones", function()
    assert.is_nil(nested)
    assert.equal("top", top_level)
  end)
end)

describe("set in hooks", function()
  setup(function() from_setup = "setup" end)
  lazy_setup(function() from_lazy_setup = "lazy" end)
  before_each(function() from_before = (from_before or 0) + 1 end)
  it("are seen in tests", function()
    assert.equal("setup", from_setup)
    assert.equal("lazy", from_lazy_setup)
    assert.equal(1, from_before)
  end)
  it("stay for the next test", function() assert.equal(2, from_before) end)
  describe("nested", function()
    it("are seen below", function() assert.equal(3, from_before) end)
    before_each(function() nested_before = true end)
    it("nested hooks too", function() assert.is_true(nested_before) end)
  end)
  it("but not above", function() assert.is_nil(nested_before) end)
  after_each(function() from_after = true end)
  it("of after_each as well", function() assert.is_true(from_after) end)
end)

it("outside of it", function()
  assert.is_nil(in_describe)
  assert.is_nil(from_setup)
  assert.equal("top", top_level)
end)

describe("false", function()
  is_false = false
  _G.is_false = "of _G"
  it("is passed over", function() assert.equal("of _G", is_false) end)
end)

describe("own words", function()
  it("can be replaced in a test", function()
    local real = assert
    assert = function() return "mine" end
    real.equal("mine", assert(false))
  end)
  it("and are back in the next", function() assert.is_table(assert) end)
end)

describe("_G", function()
  it("can be set", function() _G.real_global = 1 assert.equal(1, real_global) end)
  it("stays within the file", function() assert.equal(1, real_global) end)
  it("load sees _G alone", function()
    local f = (loadstring or load)("return describe, assert")
    local d, a = f()
    assert.is_nil(d)
    assert.equal(_G.assert, a)
  end)
end)
