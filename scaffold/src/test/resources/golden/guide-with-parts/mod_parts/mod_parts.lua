-- mod_parts.lua
-- Brief description of module functionality
-- XEP-XXXX: Reference if applicable
-- luacheck: globals module, ignore 211/config

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

if not require "core.modulemanager".is_loaded(module.host, "carbons") then
	module:log("debug", "mod_carbons is not loaded, going on without it");
end

-- Prosody 13.0 asks the roles of its users; older releases know administrators.
if module.default_permission then
	module:default_permission("prosody:admin", ":greet-all");
end

-- Prosody 13.0 asks the roles of its users; older releases know administrators.
if module.default_permission then
	module:default_permission("prosody:registered", ":look");
end

module:hook_global("server-stopping", function (event)
	module:log("debug", "Event %s: %s", "server-stopping", tostring(event.stanza));
end);

-- Export module API
return {
    version = "1.0.0",
    dependencies = {"core_module"},
    status = "stable"
};
