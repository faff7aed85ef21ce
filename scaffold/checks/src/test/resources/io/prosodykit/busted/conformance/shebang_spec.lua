#!/usr/bin/env busted
it("a first line for the shell", function() assert.is_true(true) end)
it("keeps line numbers", function() assert.is_true(false) end)
