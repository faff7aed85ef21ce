-- What insulate puts back and expose leaves.
_G.before = "before"
package.loaded["some.module"] = nil

insulate("insulated", function()
  _G.in_insulate = "here"
  _G.before = "changed"
  package.loaded["some.module"] = "loaded"
  setmetatable(_G, { __index = function(_, key) if key == "magic" then return "magic" end end })
  it("sees its own", function()
    assert.equal("here", in_insulate)
    assert.equal("changed", before)
    assert.equal("loaded", require "some.module")
    assert.equal("magic", magic)
  end)
  it("can take things away", function()
    _G.before = nil
    assert.is_nil(before)
  end)
end)

describe("afterwards", function()
  it("all is as it was", function()
    assert.is_nil(rawget(_G, "in_insulate"))
    assert.equal("before", before)
    assert.is_nil(package.loaded["some.module"])
    assert.is_nil(getmetatable(_G))
  end)
end)

describe("a describe is not insulated", function()
  _G.in_describe = "there"
  package.loaded["other.module"] = "loaded"
  it("sees it", function() assert.equal("there", in_describe) end)
end)
it("neither is what comes after", function()
  assert.equal("there", in_describe)
  assert.equal("loaded", require "other.module")
end)

insulate("an exposed block in an insulated one", function()
  expose("exposed", function()
    exposed_global = "exposed"
    _G.exposed_in_G = "exposed"
    package.loaded["exposed.module"] = "exposed"
    it("sees it", function() assert.equal("exposed", exposed_global) end)
  end)
  it("leaves it to the rest", function()
    assert.equal("exposed", exposed_global)
    assert.equal("exposed", exposed_in_G)
    assert.equal("exposed", package.loaded["exposed.module"])
  end)
end)
it("and beyond the insulated block", function()
  assert.equal("exposed", exposed_global)
  assert.equal("exposed", rawget(_G, "exposed_in_G"))
  assert.equal("exposed", package.loaded["exposed.module"])
end)

insulate("hooks of an insulated block", function()
  setup(function() _G.from_setup = 1 end)
  teardown(function() print("teardown sees " .. tostring(_G.from_setup)) end)
  it("are insulated with it", function() assert.equal(1, _G.from_setup) end)
end)
it("so nothing is left", function() assert.is_nil(rawget(_G, "from_setup")) end)

expose("exposed to other files", function()
  seen_by_other_files = "exposed"
  _G.G_seen_by_other_files = "exposed"
  package.loaded["seen.by.other.files"] = "exposed"
  it("here as well", function() assert.equal("exposed", seen_by_other_files) end)
end)
_G.not_seen_by_other_files = "insulated"
