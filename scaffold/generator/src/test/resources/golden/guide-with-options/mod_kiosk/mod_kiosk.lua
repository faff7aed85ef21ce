-- mod_kiosk.lua
-- Has everything
-- XEP-0050: Ad-Hoc Commands
-- RFC 6121
-- luacheck: globals module, ignore 211/config, no max line length

module:set_global();

local log = module._log;

-- Module configuration
local config = {
    kiosk_note = module:get_option_string("kiosk_note", "no XML: \0001\001 and\rCR");
    kiosk_text = module:get_option_string("kiosk_text", "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters");
    kiosk_mark = module:get_option_string("kiosk_mark", "`|`");
    kiosk_open = module:get_option_boolean("kiosk_open", true);
    kiosk_seats = module:get_option_number("kiosk_seats", 12);
    kiosk_heat = module:get_option_number("kiosk_heat", -2.5);
    kiosk_dishes = module:get_option_array("kiosk_dishes", { "soup", "a \"pie\"" });
    kiosk_none = module:get_option_array("kiosk_none", {});
};

-- Module initialization
function module.load()
    log("info", "Kiosk module loaded");
end

-- Module cleanup
function module.unload()
    log("info", "Kiosk module unloaded");
end

-- Export module API
return {
    version = "2.0.0",
    dependencies = {"core_module"},
    status = "beta"
};
