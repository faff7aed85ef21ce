-- Runs before the first module is loaded. One that does not come to an end gets an error where it is, which Prosody logs
-- with the module's name, and the others have their turn.
local limit = PATIENCE;
local last = os.time();

debug.sethook(function ()
	if os.time() - last > limit then
		last = os.time();
		error("the server is still starting after more than "..limit.." seconds, so this was ended", 2);
	end
end, "", 1000000);
