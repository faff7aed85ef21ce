-- mod_bare.lua
-- Answers iq queries
-- luacheck: globals module

local st = require "util.stanza";

local xmlns_bare = "urn:prosodykit:bare:0";

module:add_feature(xmlns_bare);

-- Nothing can be set, so an iq of type "set" is left to the server, which answers it with service-unavailable.
module:hook("iq-get/host/"..xmlns_bare..":bare", function (event)
	local origin, stanza = event.origin, event.stanza;
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza)
		:tag("bare", { xmlns = xmlns_bare });
	origin.send(reply);
	return true;
end);
