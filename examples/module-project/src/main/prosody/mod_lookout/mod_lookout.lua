-- mod_lookout.lua
-- Tracks available clients
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "util.stanza";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.lookout_greeting = module:get_option_string("lookout_greeting", "Clients online:");
end
read_options();
module:hook_global("config-reloaded", read_options);

-- The available sessions, by user and full JID.
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
	module:log("debug", "%s is no longer available", session.full_jid);
end

-- The session sends its first presence.
module:hook("presence/initial", function (event)
	local session = event.origin;
	add(session);
	module:log("debug", "%s is available", session.full_jid);
	session.send(st.message({ from = module.host, to = session.full_jid, type = "headline" },
		options.lookout_greeting.." "..count(session.username)));
end);

-- The session becomes unavailable but does not end. Presence to all contacts has no address and fires the bare event.
module:hook("pre-presence/bare", function (event)
	local session, stanza = event.origin, event.stanza;
	if stanza.attr.type == "unavailable" and not stanza.attr.to then
		remove(session);
	end
end, 10);

-- The session ends.
module:hook("resource-unbind", function (event)
	remove(event.session);
end);

-- After a reload, sessions that are already available are counted.
for _, user in pairs(prosody.hosts[module.host].sessions or {}) do -- a component has no sessions
	for _, session in pairs(user.sessions) do
		if session.presence then add(session); end
	end
end
