-- Spies: what they record and what is asserted about them.
local function counts(n) local s = spy.new(function() end) for i = 1, n do s(i) end return s end

for _, word in ipairs { "called", "called_at_least", "called_at_most", "called_more_than", "called_less_than" } do
  for n = 0, 3 do
    for times = 0, 3 do
      it(("%d calls: was.%s(%d)"):format(n, word, times), function() assert.spy(counts(n)).was[word](times) end)
      it(("%d calls: was_not.%s(%d)"):format(n, word, times), function() assert.spy(counts(n)).was_not[word](times) end)
    end
    it(("%d calls: was.%s()"):format(n, word), function() assert.spy(counts(n)).was[word]() end)
    it(("%d calls: was_not.%s()"):format(n, word), function() assert.spy(counts(n)).was_not[word]() end)
  end
end

local t = { 1 }
local same = setmetatable({}, { __eq = function() return true end })
local calls = { { n = 0 }, { 1, n = 1 }, { 1, 2, n = 2 }, { nil, n = 1 }, { 1, nil, n = 2 }, { nil, 1, n = 2 }, { "x", n = 1 }, { t, n = 1 }, { { 1 }, n = 1 },
  { { { a = 1 } }, n = 1 }, { false, n = 1 }, { same, n = 1 }, { print, n = 1 } }
local unpack = table.unpack or unpack
for i, call in ipairs(calls) do
  for j, want in ipairs(calls) do
    it(("call %d against %d"):format(i, j), function()
      local s = spy.new(function(...) return ... end)
      s(unpack(call, 1, call.n))
      local ok = pcall(function() assert.spy(s).was.called_with(unpack(want, 1, want.n)) end)
      local returned = pcall(function() assert.spy(s).returned_with(unpack(want, 1, want.n)) end)
      local not_ok = pcall(function() assert.spy(s).was_not.called_with(unpack(want, 1, want.n)) end)
      print(i, j, ok, returned, not_ok)
    end)
  end
end

describe("a spy", function()
  it("calls through", function() local s = spy.new(function(a, b) return b, a end) assert.same({ 2, 1 }, { s(1, 2) }) end)
  it("passes errors on", function() local s = spy.new(function() error "x" end) assert.has_error(s, "x") assert.spy(s).was.called(1) end)
  it("without a function", function() local s = spy.new() s() assert.spy(s).was.called() end)
  it("made by calling spy", function() local s = spy(function() return 5 end) assert.equal(5, s()) assert.is_true(spy.is_spy(s)) end)
  it("on what is no function", function() spy.new(5) end)
  it("on a callable object", function() local s = spy.new(setmetatable({}, { __call = function() return 7 end })) assert.equal(7, s()) end)
  it("keeps copies of tables", function()
    local s = spy.new()
    local list = { 1, { 2 } }
    s(list)
    list[1], list[2][1] = 5, 5
    assert.spy(s).was.called_with({ 1, { 2 } })
    assert.spy(s).was_not.called_with({ 5, { 5 } })
    assert.spy(s).was.called_with(match.is_ref(list))
    assert.same({ 1, { 2 } }, s.calls[1].vals[1])
    assert.equal(list, s.calls[1].refs[1])
    assert.equal(1, s.calls[1].vals.n)
  end)
  it("keeps metatables in copies", function()
    local mt = {}
    local s = spy.new()
    s(setmetatable({}, mt))
    assert.equal(mt, getmetatable(s.calls[1].vals[1]))
  end)
  it("keeps cycles", function() local s, c = spy.new(), {} c.c = c s(c) assert.spy(s).was.called_with(c) end)
  it("remembers what was returned", function()
    local s = spy.new(function(a) return a, nil end)
    s(1)
    assert.spy(s).returned_with(1, nil)
    assert.spy(s).has.returned_with(1, nil)
    assert.spy(s).has_not.returned_with(1)
    assert.equal(2, s.returnvals[1].vals.n)
  end)
  it("can be cleared", function() local s = counts(2) assert.equal(s, s:clear()) assert.spy(s).was_not.called() assert.same({}, s.calls) assert.same({}, s.returnvals) end)
  it("has methods", function()
    local s = counts(2)
    print(s:called())
    print(s:called(2))
    print(s:called(1, function(a, b) return a > b end))
    print((s:called_with({ 1, n = 1 })), (s:called_with({ 5, n = 1 })), (s:called_with({ 1 })), (s:returned_with({ n = 0 })))
  end)
  it("newest match first", function() local s = counts(3) local _, args = s:called_with({ match._, n = 1 }) assert.equal(3, args[1]) end)
end)

describe("spy.on", function()
  it("replaces and reverts", function()
    local object = { f = function() return 1 end }
    local f = object.f
    local s = spy.on(object, "f")
    assert.equal(s, object.f)
    assert.equal(1, object.f())
    assert.spy(object.f).was.called(1)
    assert.equal(f, s:revert())
    assert.equal(f, object.f)
    object.f = s
    s:revert()
    assert.equal(s, object.f)
  end)
  it("on nothing", function() spy.on({}, "f") end)
  it("with self", function() local o = { f = function(self) return self end } spy.on(o, "f") assert.equal(o, o:f()) assert.spy(o.f).was.called_with(match.is_ref(o)) end)
  it("twice", function()
    local o = { f = function() end }
    spy.on(o, "f")
    spy.on(o, "f")
    o.f()
    assert.spy(o.f).was.called(1)
  end)
end)

describe("assert.spy of", function()
  for _, word in ipairs { "called", "called_with", "returned_with", "called_at_least" } do
    it("nothing: " .. word, function() assert.spy()[word](1) end)
    it("a function: " .. word, function() assert.spy(print)[word](1) end)
    it("a table: " .. word, function() assert.spy({})[word](1) end)
    it("a number: " .. word, function() assert.spy(5)[word](1) end)
    it("no spy: " .. word, function() assert[word](1) end)
  end
  it("something like a spy", function() assert.spy({ called = function() return true, 1 end }).was.called() end)
  it("a message", function() assert.spy(counts(0), "message").was.called() end)
  it("assert.stub", function() assert.stub(counts(1)).was.called() end)
  it("assert.stub failing", function() assert.stub(counts(1)).was_not.called() end)
end)
