-- The order of tests by a seed.
describe("with a seed", function()
  randomize(12345)
  for i = 1, 12 do it("test " .. i, function() end) end
  describe("nested is not shuffled", function() for i = 1, 5 do it("test " .. i, function() end) end end)
  before_each(function() end)
end)
describe("true and a seed", function() randomize(true, 99) for i = 1, 12 do it("test " .. i, function() end) end end)
describe("off", function() randomize(false) for i = 1, 12 do it("test " .. i, function() end) end end)
describe("called later", function() for i = 1, 12 do it("test " .. i, function() end) end randomize(7) end)
describe("one test", function() randomize(7) it("alone", function() end) end)
describe("no test", function() randomize(7) end)
describe("twice", function() randomize(1) randomize(2) for i = 1, 12 do it("test " .. i, function() end) end end)
describe("hooks stay in order", function()
  randomize(3)
  for i = 1, 3 do before_each(function() print("before " .. i) end) end
  for i = 1, 3 do it("test " .. i, function() print(i) end) end
end)
