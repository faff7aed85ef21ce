describe("mod_greeter", function ()
	it("greets", function ()
		assert.equal("hello", "hel" .. "lo");
	end);
	pending("says good-bye");
end);
