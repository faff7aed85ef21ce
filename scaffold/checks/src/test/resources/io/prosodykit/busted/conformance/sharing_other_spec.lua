-- Runs after sharing_spec.lua when both are run together.
it("sees a global of another file", function() assert.equal("set", rawget(_G, "set_by_sharing")) end)
it("sees a module of another file", function() assert.equal("loaded", package.loaded["set.by.sharing"]) end)
