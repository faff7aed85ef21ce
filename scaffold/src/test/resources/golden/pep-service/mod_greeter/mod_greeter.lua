-- mod_greeter.lua
-- Answers on a PEP node
-- luacheck: globals module, read globals prosody, ignore 241/options

local st = require "util.stanza";
local pep = module:depends("pep");

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

local function answer(username, text)
	local item = st.stanza("item", { xmlns = xmlns_pubsub, id = "current" })
		:text_tag("answer", options.greeter_prefix.." "..text, { xmlns = xmlns_greeter });
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
		local asked = event.item and event.item:get_child("asked", xmlns_greeter);
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
