-- mod_greeter.lua
-- Negotiates a stream feature
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "util.stanza";

local xmlns_greeter = "urn:prosodykit:greeter:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_most = module:get_option_number("greeter_most", 10);
end
read_options();
module:hook_global("config-reloaded", read_options);

module:hook("stream-features", function (event)
	local session, features = event.origin, event.features;
	if session.type == "c2s_unbound" or session.type == "c2s" then
		features:tag("greeter", { xmlns = xmlns_greeter }):text_tag("most", ("%d"):format(options.greeter_most)):up();
	end
end);

local function refuse(session, condition)
	session.send(st.stanza("failed", { xmlns = xmlns_greeter }):tag(condition):up());
	return true;
end

-- <enable xmlns="…" count="3"/>, once per stream.
module:hook("stanza/"..xmlns_greeter..":enable", function (event)
	local session, stanza = event.origin, event.stanza;
	if session.type ~= "c2s_unbound" and session.type ~= "c2s" then
		return refuse(session, "not-authorized");
	end
	if session.greeter_count then
		return refuse(session, "already-enabled");
	end
	local count = tonumber(stanza.attr.count);
	if not count or count < 1 or count > options.greeter_most or count % 1 ~= 0 then
		return refuse(session, "bad-count");
	end
	session.greeter_count = count;
	module:log("debug", "%s enabled greeter with %d", session.full_jid or session.username, count);
	session.send(st.stanza("enabled", { xmlns = xmlns_greeter, count = ("%d"):format(count) }));
	return true;
end);

function module.unload()
	for _, user in pairs(prosody.hosts[module.host].sessions or {}) do -- a component has no sessions
		for _, session in pairs(user.sessions) do session.greeter_count = nil; end
	end
end
