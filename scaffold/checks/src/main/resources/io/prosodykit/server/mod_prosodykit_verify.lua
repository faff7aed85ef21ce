-- Logs which of the modules under test are loaded when the server has started: no release logs a module that
-- loads without an error. With prosodykit_reload, reloads them first.
module:set_global();

local modulemanager = require "core.modulemanager";

local names = module:get_option("prosodykit_modules") or {};

-- The hosts that have a module, after "*" for a global one.
local function hosts_of(name)
	local found = {};
	for host in pairs(prosody.hosts) do
		if modulemanager.is_loaded(host, name) then
			found[#found + 1] = host;
		end
	end
	table.sort(found);
	if modulemanager.is_loaded("*", name) then
		table.insert(found, 1, "*");
	end
	return found;
end

-- Prosody loads a driver when it is first needed.
local function load_driver(name)
	if (name:match("^auth_") or name:match("^storage_")) and #hosts_of(name) == 0 then
		modulemanager.load(module:get_option("prosodykit_host"), name);
	end
end

local function reload(name)
	for _, host in ipairs(hosts_of(name)) do
		local ok, err = modulemanager.reload(host, name);
		if not ok then
			module:log("error", "mod_%s cannot be reloaded on %s: %s", name, host, err);
		end
	end
end

local function ready()
	for _, name in ipairs(names) do
		load_driver(name);
	end
	if module:get_option("prosodykit_reload") then
		for _, name in ipairs(names) do
			reload(name);
		end
	end
	for _, name in ipairs(names) do
		for _, host in ipairs(hosts_of(name)) do
			module:log("info", "loaded on %s: %s", host, name);
		end
	end
	debug.sethook(); -- set by watchdog.lua, no longer needed once all modules are loaded
	module:log("info", "ready");
end

module:hook_global("server-started", ready);
