-- Says in the log which modules each host has when the server is ready: no release logs a module that loads well.
module:set_global();

local modulemanager = require "core.modulemanager";

local function report(host)
	for name in pairs(modulemanager.get_modules(host) or {}) do
		module:log("info", "loaded on %s: %s", host, name);
	end
end

local function ready()
	report("*");
	for host in pairs(prosody.hosts) do
		report(host);
	end
	module:log("info", "ready");
end

if prosody.start_time then
	ready();
else
	module:hook_global("server-started", ready);
end
