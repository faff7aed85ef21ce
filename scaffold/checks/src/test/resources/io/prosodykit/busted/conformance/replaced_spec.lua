-- Specs that replace the standard functions, and what their own code sees.
insulate("replaced functions", function()
  for _, name in ipairs { "pairs", "ipairs", "tostring", "type", "pcall", "error", "next", "select", "rawget", "setmetatable" } do
    it(name .. " in _G", function()
      local real = _G[name]
      finally(function() _G[name] = real end)
      local calls = 0
      _G[name] = function(...) calls = calls + 1 return real(...) end
      pcall(function() assert.same({ 1, { 2 } }, { 1, { 3 } }) end)
      assert.same({ 1 }, { 1 })
    end)
  end
  it("stubs of table functions", function()
    local s = spy.on(table, "concat")
    finally(function() s:revert() end)
    table.concat({ 1 })
    assert.equal(1, #s.calls)
  end)
  it("a stub of os.time", function()
    stub(os, "time").returns(1)
    finally(function() os.time:revert() end)
    assert.equal(1, os.time())
  end)
  it("a stub of print", function()
    local s = stub(_G, "print")
    finally(function() s:revert() end)
    print("swallowed")
    assert.stub(s).was.called_with("swallowed")
  end)
  it("a stub of os.exit", function()
    local s = stub(os, "exit")
    finally(function() s:revert() end)
    os.exit(1)
    assert.stub(os.exit).was.called_with(1)
  end)
end)

describe("environments", function()
  local set = setfenv
  it("can be changed in 5.1", function()
    local f = function() return value end
    if set then
      set(f, { value = 5 })
    else
      value = 5
    end
    assert.equal(5, f())
  end)
  it("of loaded code is _G", function()
    _G.loaded_value = 7
    assert.equal(7, assert((loadstring or load)("return loaded_value"))())
  end)
  it("is not _G", function() x = 1 assert.is_nil(rawget(_G, "x")) end)
  it("of functions made elsewhere", function()
    local chunk = assert((loadstring or load)("made_elsewhere = 1 return made_elsewhere"))
    assert.equal(1, chunk())
    assert.equal(1, made_elsewhere)
  end)
end)

describe("coroutines", function()
  it("see the block's globals", function()
    in_block = 5
    assert.equal(5, coroutine.wrap(function() return in_block end)())
  end)
  it("fail the test", function() coroutine.wrap(function() assert.is_true(false) end)() end)
  it("raise in the test", function() coroutine.wrap(function() error "x" end)() end)
  it("yield outside of any", function() coroutine.yield() end)
end)
