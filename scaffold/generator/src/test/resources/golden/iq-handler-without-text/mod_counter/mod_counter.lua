-- mod_counter.lua
-- Answers iq queries
-- luacheck: globals module, ignore 241/options

local st = require "util.stanza";

local xmlns_counter = "urn:prosodykit:counter:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.counter_start = module:get_option_number("counter_start", 1);
	options.counter_separator = module:get_option_string("counter_separator", "\000");
end
read_options();
module:hook_global("config-reloaded", read_options);
module:add_feature(xmlns_counter);

-- Nothing can be set, so an iq of type "set" is left to the server, which answers it with service-unavailable.
module:hook("iq-get/host/"..xmlns_counter..":counter", function (event)
	local origin, stanza = event.origin, event.stanza;
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza)
		:tag("counter", { xmlns = xmlns_counter });
	origin.send(reply);
	return true;
end);
