describe("mod_wrong", function ()
	it("adds", function ()
		assert.equal(3, 1 + 1);
	end);
end);
