-- mod_greeter.lua
-- Watches who is available
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "util.stanza";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_greeting = module:get_option_string("greeter_greeting", "Clients online:");
end
read_options();
module:hook_global("config-reloaded", read_options);

-- The sessions that are available, by user and full JID.
local available = {};

local function count(user)
	local n = 0;
	for _ in pairs(available[user] or {}) do n = n + 1; end
	return n;
end

local function add(session)
	local user = session.username;
	available[user] = available[user] or {};
	available[user][session.full_jid] = true;
end

local function remove(session)
	local sessions = available[session.username];
	if not (sessions and sessions[session.full_jid]) then return; end
	sessions[session.full_jid] = nil;
	if next(sessions) == nil then
		available[session.username] = nil;
	end
	module:log("debug", "%s is not available any more", session.full_jid);
end

-- A session sends its first presence.
module:hook("presence/initial", function (event)
	local session = event.origin;
	add(session);
	module:log("debug", "%s is available", session.full_jid);
	session.send(st.message({ from = module.host, to = session.full_jid, type = "headline" },
		options.greeter_greeting.." "..count(session.username)));
end);

-- It says that it is unavailable, but stays. Presence to all contacts has no address, and counts as the user's own.
module:hook("pre-presence/bare", function (event)
	local session, stanza = event.origin, event.stanza;
	if stanza.attr.type == "unavailable" and not stanza.attr.to then
		remove(session);
	end
end, 10);

-- It ends.
module:hook("resource-unbind", function (event)
	remove(event.session);
end);

-- After a reload, those that are available already count.
for _, user in pairs(prosody.hosts[module.host].sessions or {}) do -- a component has none
	for _, session in pairs(user.sessions) do
		if session.presence then add(session); end
	end
end
