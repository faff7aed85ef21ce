-- Runs before the first module is loaded. A module that never finishes loading gets an error where it is. Prosody logs
-- the error with the name of the module, and loads the others.
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

-- A module that ends the server is named here, because nothing else in the log would name it.
local exit = os.exit;
function os.exit(...)
	local trace = debug.traceback("os.exit ends the server", 2);
	if trace:find("mod_", 1, true) then
		require "util.logger".init("watchdog")("error", "%s", trace);
	end
	exit(...);
end
