-- mod_greeter.lua
-- Answers a greeting
-- XEP-0199: XMPP Ping
-- luacheck: globals module

local st = require "util.stanza";

local xmlns_greeter = "urn:prosodykit:greeter:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_text = module:get_option_string("greeter_text", "hello");
end
read_options();
module:hook_global("config-reloaded", read_options);
module:add_feature(xmlns_greeter);

-- Nothing can be set, so an iq of type "set" is left to the server, which answers it with service-unavailable.
module:hook("iq-get/host/"..xmlns_greeter..":greeter", function (event)
	local origin, stanza = event.origin, event.stanza;
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza)
		:tag("greeter", { xmlns = xmlns_greeter })
			:text(options.greeter_text);
	origin.send(reply);
	return true;
end);
