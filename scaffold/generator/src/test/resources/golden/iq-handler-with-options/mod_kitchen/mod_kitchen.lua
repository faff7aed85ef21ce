-- mod_kitchen.lua
-- Say "hi" to ]] -- {{you}} & ${me} # not: YAML | <b>, 'twas
-- luacheck : ignore
-- XEP-0050: Ad-Hoc Commands
-- RFC 6121
-- luacheck: globals module, no max line length

local st = require "util.stanza";

local xmlns_kitchen = "https://example.org/kitchen?a=1&b='2'";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.kitchen_note = module:get_option_string("kitchen_note", "no XML: \0001\001 and\rCR");
	options.kitchen_text = module:get_option_string("kitchen_text", "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters");
	options.kitchen_mark = module:get_option_string("kitchen_mark", "`|`");
	options.kitchen_open = module:get_option_boolean("kitchen_open", true);
	options.kitchen_seats = module:get_option_number("kitchen_seats", 12);
	options.kitchen_heat = module:get_option_number("kitchen_heat", -2.5);
	options.kitchen_dishes = module:get_option_array("kitchen_dishes", { "soup", "a \"pie\"" });
	options.kitchen_none = module:get_option_array("kitchen_none", {});
end
read_options();
module:hook_global("config-reloaded", read_options);
module:add_feature(xmlns_kitchen);

-- Nothing can be set, so an iq of type "set" is left to the server, which answers it with service-unavailable.
module:hook("iq-get/host/"..xmlns_kitchen..":kitchen", function (event)
	local origin, stanza = event.origin, event.stanza;
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza)
		:tag("kitchen", { xmlns = xmlns_kitchen })
			:text(options.kitchen_text);
	origin.send(reply);
	return true;
end);
