-- mod_parts.lua
-- Brief description of module functionality
-- XEP-XXXX: Reference if applicable
-- luacheck: globals module, read globals prosody, ignore 211/config

module:set_global();

local log = module._log;

-- Module configuration
local config = module:get_option("parts_config", {});

-- Module initialization
function module.load()
    log("info", "Parts module loaded");
end

-- Module cleanup
function module.unload()
    log("info", "Parts module unloaded");
end

module:depends("disco");

-- mod_carbons may be loaded after this module: call this when it matters, not while loading.
local function has_carbons(host)
	local is_loaded = require "core.modulemanager".is_loaded;
	return is_loaded(host, "carbons")
		or is_loaded("*", "carbons");
end
module:add_timer(0, function () -- runs when the server has loaded all modules
	for host in pairs(prosody.hosts) do
		if not has_carbons(host) then
			module:log("debug", "mod_carbons is not loaded on %s, continuing without it", host);
		end
	end
end);

-- Prosody 13.0 checks the roles of users; older releases only distinguish administrators.
if module.default_permission then
	module:default_permission("prosody:admin", ":greet-all");
	module:default_permission("prosody:registered", ":look");
end

module:hook_global("server-stopping", function (event)
	module:log("debug", "Event server-stopping: %s", event.reason);
end);

-- Export module API
return {
    version = "1.0.0",
    dependencies = {"core_module"},
    status = "stable"
};
