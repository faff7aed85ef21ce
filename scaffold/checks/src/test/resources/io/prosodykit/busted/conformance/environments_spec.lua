-- The globals of functions, as busted reads and replaces them in every Lua.
local compatibility = require "busted.compatibility"
local getfenv, setfenv = compatibility.getfenv, compatibility.setfenv
local bindfenv = require "busted".bindfenv

local function reads() return shade end
local function also_reads() return shade end
local function reads_nothing(a) return a end

describe("the globals of a function", function()
  it("are read", function() assert.equal(print, getfenv(reads).print) end)
  it("are the caller's at level 1", function() shade = "own" assert.equal("own", getfenv(1).shade) end)
  it("are the program's if it uses none", function() assert.equal(_G.print, getfenv(reads_nothing).print) end)
  it("of C are the program's", function() assert.equal(_G, getfenv(print)) end)
  it("are replaced for it alone", function()
    local before = getfenv(reads)
    assert.equal(reads, setfenv(reads, { shade = "green" }))
    assert.equal("green", reads())
    assert.equal("green", getfenv(reads).shade)
    assert.is_nil(also_reads())
    setfenv(reads, before)
    assert.is_nil(reads())
  end)
  it("can be replaced where none are used", function()
    setfenv(reads_nothing, {})
    assert.equal(1, reads_nothing(1))
  end)
end)

describe("one more global", function()
  it("is for the function", function()
    local function mixes() return shade, print ~= nil end
    bindfenv(mixes, "shade", "blue")
    print(mixes())
    assert.is_nil(also_reads())
  end)
  it("is for the function behind a callable object", function()
    local callable = setmetatable({}, { __call = function() return shade end })
    bindfenv(callable, "shade", "red")
    assert.equal("red", callable())
  end)
  it("needs a function", function() bindfenv({}, "shade", "red") end)
end)
