describe("mod_endless", function ()
	it("waits", function ()
		while true do end
	end);
end);
