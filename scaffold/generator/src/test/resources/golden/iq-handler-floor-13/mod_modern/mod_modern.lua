-- mod_modern.lua
-- Has everything
-- XEP-0050: Ad-Hoc Commands
-- RFC 6121
-- luacheck: globals module, no max line length

local st = require "prosody.util.stanza";

local xmlns_modern = "urn:prosodykit:modern:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.modern_note = module:get_option_string("modern_note", "no XML: \0001\001 and\rCR");
	options.modern_text = module:get_option_string("modern_text", "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \226\128\174 café, and so long that this line of source is more than 120 characters");
	options.modern_mark = module:get_option_string("modern_mark", "`|`");
	options.modern_open = module:get_option_boolean("modern_open", true);
	options.modern_seats = module:get_option_integer("modern_seats", 12);
	options.modern_heat = module:get_option_number("modern_heat", -2.5);
	options.modern_dishes = module:get_option_array("modern_dishes", { "soup", "a \"pie\"" });
	options.modern_none = module:get_option_array("modern_none", {});
end
read_options();
module:hook_global("config-reloaded", read_options);
module:add_feature(xmlns_modern);

-- Nothing can be set, so an iq of type "set" is left to the server, which answers it with service-unavailable.
module:hook("iq-get/host/"..xmlns_modern..":modern", function (event)
	local origin, stanza = event.origin, event.stanza;
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza)
		:tag("modern", { xmlns = xmlns_modern })
			:text(options.modern_text);
	origin.send(reply);
	return true;
end);
