-- A file that raises after its first blocks: none of them runs.
describe("never", function() it("runs", function() print "never" end) end)
setup(function() print "never" end)
error "broken file"
