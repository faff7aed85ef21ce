-- mod_parts.lua
-- Answers on a PEP node
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "prosody.util.stanza";
local pep = module:depends("pep");

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

local function answer(username, text)
	local item = st.stanza("item", { xmlns = xmlns_pubsub, id = "current" })
		:text_tag("answer", options.parts_prefix.." "..text, { xmlns = xmlns_parts });
	local service = pep.get_pep_service(username);
	local ok, err = service:publish(node_answer, true, "current", item);
	if not ok then
		module:log("error", "Cannot publish for %s: %s", username, err);
	end
end

-- The services with a handler of this module, and that handler.
local attached = {};

local function attach(username)
	local service = pep.get_pep_service(username);
	if attached[service] then return; end
	local function handler(event)
		local asked = event.item and event.item:get_child("asked", xmlns_parts);
		local text = asked and asked:get_text();
		if text then
			module:log("debug", "%s publishes: %s", username, text);
			answer(username, text);
		end
	end
	service.events.add_handler("item-published/"..node_asked, handler);
	attached[service] = handler;
end

-- Users have a service of their own from their login on, at the latest.
module:hook("resource-bind", function (event)
	attach(event.session.username);
end);

for username in pairs(prosody.hosts[module.host].sessions) do
	attach(username);
end

function module.unload()
	for service, handler in pairs(attached) do
		service.events.remove_handler("item-published/"..node_asked, handler);
	end
end

module:depends("disco");

if not module:depends("carbons", true) then
	module:log("debug", "There is no mod_carbons, going on without it");
end

module:add_feature("urn:example:more:0");

local parts_notes_store = module:open_store("parts_notes", "keyval"); -- luacheck: ignore 211

local parts_log_store = module:open_store("parts_log", "archive"); -- luacheck: ignore 211

module:default_permission("prosody:admin", ":greet-all");
local function may_greet_all(event)
	return module:may(":greet-all", event);
end

module:default_permission("prosody:registered", ":look");

module:hook_global("server-stopping", function (event)
	module:log("debug", "Event %s: %s", "server-stopping", tostring(event.stanza));
end);

module:hook("message/bare", function (event)
	module:log("debug", "Event %s: %s", "message/bare", tostring(event.stanza));
end, 5);

module:hook("message/host", function (event)
	if not may_greet_all(event) then
		event.origin.send(require "prosody.util.stanza".error_reply(event.stanza, "auth", "forbidden"));
		return true;
	end
	module:log("debug", "Event %s: %s", "message/host", tostring(event.stanza));
end);
