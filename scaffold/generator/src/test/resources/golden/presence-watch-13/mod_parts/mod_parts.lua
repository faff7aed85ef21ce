-- mod_parts.lua
-- Tracks available clients
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "prosody.util.stanza";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_greeting = module:get_option_string("parts_greeting", "Clients online:");
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
		options.parts_greeting.." "..count(session.username)));
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

module:depends("disco");

-- mod_carbons may be loaded after this module: call this when it matters, not while loading.
local function has_carbons()
	local is_loaded = require "prosody.core.modulemanager".is_loaded;
	return is_loaded(module.host, "carbons")
		or is_loaded("*", "carbons");
end
module:add_timer(0, function () -- runs when the server has loaded all modules
	if not has_carbons() then
		module:log("debug", "mod_carbons is not loaded, continuing without it");
	end
end);

module:add_feature("urn:example:more:0");

local parts_notes_store = module:open_store("parts_notes", "keyval"); -- luacheck: ignore 211

local parts_log_store = module:open_store("parts_log", "archive"); -- luacheck: ignore 211

module:default_permission("prosody:admin", ":greet-all");
module:default_permission("prosody:registered", ":look");

local function may_greet_all(event)
	return module:may(":greet-all", event);
end

local function may_look(event)
	return module:may(":look", event);
end

module:hook_global("server-stopping", function (event)
	module:log("debug", "Event server-stopping: %s", event.reason);
end);

module:hook("message/bare", function (event)
	module:log("debug", "Event message/bare: %s", tostring(event.stanza));
end, 5);

module:hook("message/host", function (event)
	if not may_greet_all(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/host: %s", tostring(event.stanza));
end);

module:hook("message/full", function (event)
	if not may_look(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/full: %s", tostring(event.stanza));
end, 1000);

module:hook("message/bare", function (event)
	if not may_look(event) then
		if event.stanza.attr.type ~= "error" then -- an error must not cause another
			event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		end
		return true;
	end
	module:log("debug", "Event message/bare: %s", tostring(event.stanza));
end, 1000);
