-- A file that does not compile.
it("never runs", function() end)
local x = = 1
