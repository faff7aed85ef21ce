describe("mod_fine", function ()
	it("adds", function ()
		print("one and one");
		assert.equal(2, 1 + 1);
	end);
	it("knows its Lua", function ()
		assert.equal("Lua 5.", _VERSION:sub(1, 6));
	end);
end);
