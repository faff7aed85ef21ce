-- mod_greeter.lua
-- Answers on a PEP node
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "util.stanza";

module:depends("pep");

local xmlns_greeter = "urn:prosodykit:greeter:0";
local xmlns_pubsub = "http://jabber.org/protocol/pubsub";
local node_asked = xmlns_greeter.."#asked";
local node_answer = xmlns_greeter.."#answer";

-- Read now, and again whenever the server's configuration is reloaded.
local options = {};
local function read_options()
	options.greeter_prefix = module:get_option_string("greeter_prefix", "Seen:");
end
read_options();
module:hook_global("config-reloaded", read_options);

local function answer(event)
	local asked = event.item and event.item:get_child("asked", xmlns_greeter);
	local text = asked and asked:get_text();
	if not text then return; end
	local service = event.service;
	module:log("debug", "%s published: %s", service.config.pep_username, text);
	local item = st.stanza("item", { xmlns = xmlns_pubsub, id = "current" })
		:text_tag("answer", options.greeter_prefix.." "..text, { xmlns = xmlns_greeter });
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
