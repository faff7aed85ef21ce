require "busted.runner"()
describe("a file that could run alone", function() it("runs here as well", function() end) end)
