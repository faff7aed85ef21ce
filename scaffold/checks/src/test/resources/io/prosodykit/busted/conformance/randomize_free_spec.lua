-- Without a seed the order is free: only the set of tests is compared.
randomize()
for i = 1, 5 do it("of the file " .. i, function() end) end
describe("a block", function() randomize() for i = 1, 20 do it("test " .. i, function() if i == 7 then error "x" end end) end end)
describe("a block with true", function() randomize(true) for i = 1, 20 do it("test " .. i, function() end) end end)
