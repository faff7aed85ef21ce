-- mod_parts.lua
-- Negotiates a stream feature
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "prosody.util.stanza";

local xmlns_parts = "urn:prosodykit:parts:0";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_most = module:get_option_integer("parts_most", 10);
end
read_options();
module:hook_global("config-reloaded", read_options);

module:hook("stream-features", function (event)
	local session, features = event.origin, event.features;
	if session.type == "c2s_unbound" or session.type == "c2s" then
		features:tag("parts", { xmlns = xmlns_parts }):text_tag("most", ("%d"):format(options.parts_most)):up();
	end
end);

local function refuse(session, condition)
	session.send(st.stanza("failed", { xmlns = xmlns_parts }):tag(condition):up());
	return true;
end

-- <enable xmlns="…" count="3"/>, once per stream.
module:hook("stanza/"..xmlns_parts..":enable", function (event)
	local session, stanza = event.origin, event.stanza;
	if session.type ~= "c2s_unbound" and session.type ~= "c2s" then
		return refuse(session, "not-authorized");
	end
	if session.parts_count then
		return refuse(session, "already-enabled");
	end
	local count = tonumber(stanza.attr.count);
	if not count or count < 1 or count > options.parts_most or count % 1 ~= 0 then
		return refuse(session, "bad-count");
	end
	session.parts_count = count;
	module:log("debug", "%s enabled parts with %d", session.full_jid or session.username, count);
	session.send(st.stanza("enabled", { xmlns = xmlns_parts, count = ("%d"):format(count) }));
	return true;
end);

function module.unload()
	for _, user in pairs(prosody.hosts[module.host].sessions or {}) do -- a component has no sessions
		for _, session in pairs(user.sessions) do session.parts_count = nil; end
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
