-- mod_parts.lua
-- Answers on a PEP node
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "prosody.util.stanza";

module:depends("pep");

local xmlns_parts = "urn:prosodykit:parts:0";
local xmlns_pubsub = "http://jabber.org/protocol/pubsub";
local node_asked = xmlns_parts.."#asked";
local node_answer = xmlns_parts.."#answer";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.parts_prefix = module:get_option_string("parts_prefix", "Seen:");
end
read_options();
module:hook_global("config-reloaded", read_options);

local function answer(event)
	local asked = event.item and event.item:get_child("asked", xmlns_parts);
	local text = asked and asked:get_text();
	if not text then return; end
	local service = event.service;
	module:log("debug", "%s published: %s", service.config.pep_username, text);
	local item = st.stanza("item", { xmlns = xmlns_pubsub, id = "current" })
		:text_tag("answer", options.parts_prefix.." "..text, { xmlns = xmlns_parts });
	local ok, err = service:publish(node_answer, true, "current", item);
	if not ok then
		module:log("error", "Cannot publish for %s: %s", service.config.pep_username, err);
	end
end

-- mod_pep has a service for each user, and may load and unload it at any time.
module:handle_items("pep-service", function (event)
	module:hook_object_event(event.item.service.events, "item-published/"..node_asked, answer);
end, function (event)
	module:unhook_object_event(event.item.service.events, "item-published/"..node_asked, answer);
end);

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
