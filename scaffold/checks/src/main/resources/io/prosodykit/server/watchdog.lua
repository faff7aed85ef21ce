-- Runs before the first module is loaded. One that does not come to an end gets an error where it is, which Prosody
-- logs with the name of the module, and the others have their turn.
if package.loaded.prosodykit_watchdog then return; end -- the configuration is read again
package.loaded.prosodykit_watchdog = true;

local limit = PATIENCE;
local last = os.time();

debug.sethook(function ()
	if os.time() - last > limit then
		last = os.time();
		error("the server is still starting after more than "..limit.." seconds, so this was ended", 2);
	end
end, "", 1000000);

-- A module that ends the server is named: nothing else in the log would tell.
local exit = os.exit;
function os.exit(...)
	local trace = debug.traceback("os.exit ends the server", 2);
	if trace:find("mod_", 1, true) then
		require "util.logger".init("watchdog")("error", "%s", trace);
	end
	exit(...);
end
