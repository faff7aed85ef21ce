-- mod_ancient.lua
-- Has everything
-- XEP-0050: Ad-Hoc Commands
-- RFC 6121
-- luacheck: globals module, no max line length

local st = require "util.stanza";

local xmlns_ancient = "urn:prosodykit:ancient:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.ancient_note = module:get_option_string("ancient_note", "no XML: \0001\001 and\rCR");
	options.ancient_text = module:get_option_string("ancient_text", "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters");
	options.ancient_mark = module:get_option_string("ancient_mark", "`|`");
	options.ancient_open = module:get_option_boolean("ancient_open", true);
	options.ancient_seats = module:get_option_number("ancient_seats", 12);
	options.ancient_heat = module:get_option_number("ancient_heat", -2.5);
	options.ancient_dishes = module:get_option_array("ancient_dishes", { "soup", "a \"pie\"" });
	options.ancient_none = module:get_option_array("ancient_none", {});
end
read_options();
module:hook_global("config-reloaded", read_options);
module:add_feature(xmlns_ancient);

-- Nothing can be set, so an iq of type "set" is left to the server, which answers it with service-unavailable.
module:hook("iq-get/host/"..xmlns_ancient..":ancient", function (event)
	local origin, stanza = event.origin, event.stanza;
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza)
		:tag("ancient", { xmlns = xmlns_ancient })
			:text(options.ancient_text);
	origin.send(reply);
	return true;
end);
