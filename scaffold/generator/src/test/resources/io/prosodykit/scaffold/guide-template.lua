-- mod_example.lua
-- Brief description of module functionality
-- XEP-XXXX: Reference if applicable

module:set_global();

local log = module._log;

-- Module configuration
local config = module:get_option("example_config", {});

-- Module initialization
function module.load()
    log("info", "Example module loaded");
end

-- Module cleanup
function module.unload()
    log("info", "Example module unloaded");
end

-- Export module API
return {
    version = "1.0.0",
    dependencies = {"core_module"},
    status = "stable"
};
