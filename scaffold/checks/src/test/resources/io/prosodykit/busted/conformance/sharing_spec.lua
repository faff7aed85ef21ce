-- What this file sets is seen by sharing_other_spec.lua if files are not insulated.
_G.set_by_sharing = "set"
package.loaded["set.by.sharing"] = "loaded"

it("sees its own global", function() assert.equal("set", rawget(_G, "set_by_sharing")) end)
it("sees its own module", function() assert.equal("loaded", require "set.by.sharing") end)
