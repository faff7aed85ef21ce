-- mod_parts.lua
-- Answers messages on its own host
-- luacheck: globals module, read globals prosody, ignore 241/options

if module:get_host_type() ~= "component" then
	error("mod_parts is a component: write Component \"parts.example.com\" \"parts\"", 0);
end

local st = require "prosody.util.stanza";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_title = module:get_option_string("parts_title", "Greeter");
	options.parts_prefix = module:get_option_string("parts_prefix", "You said:");
end
read_options();
module:hook_global("config-reloaded", read_options);

module:depends("disco");
module:add_identity("component", "generic", options.parts_title);

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

local function answer(event)
	local origin, stanza = event.origin, event.stanza;
	local body = stanza:get_child_text("body");
	if not body or stanza.attr.type == "error" or stanza.attr.type == "groupchat" then
		return true; -- nothing to answer, and an error must not cause another
	end
	module:log("debug", "Answering %s", stanza.attr.from);
	local reply = st.reply(stanza);
	reply.attr.id = nil;
	reply:text_tag("body", options.parts_prefix.." "..body);
	origin.send(reply);
	return true;
end

module:hook("message/host", answer);
module:hook("message/bare", answer);
module:hook("message/full", answer);

-- Grants every subscription to its presence, and is always available.
local function show_presence(event)
	local origin, stanza = event.origin, event.stanza;
	local from, to, type = stanza.attr.to, stanza.attr.from, stanza.attr.type;
	if type == "subscribe" then
		origin.send(st.presence({ from = from, to = to, type = "subscribed" }));
	end
	if type == "subscribe" or type == "probe" then
		origin.send(st.presence({ from = from, to = to }));
	end
	return true;
end

module:hook("presence/host", show_presence);
module:hook("presence/bare", show_presence);
